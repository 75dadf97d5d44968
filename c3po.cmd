@echo off
echo C3PO runs on Linux and macOS. On Windows, use WSL:  wsl ./c3po %*
exit /b 1
