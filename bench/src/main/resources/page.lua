-- Reads one page again and again, as anybody: without a token.
wrk.path = os.getenv("BENCH_PATH")
wrk.headers["Accept"] = "text/html"

