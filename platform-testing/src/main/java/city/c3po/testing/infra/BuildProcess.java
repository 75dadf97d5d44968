package city.c3po.testing.infra;

/** The build (or, in an IDE, the test JVM) that the servers belong to: they are shared within it and end with it. */
record BuildProcess(long pid, long startedAt) {
    private static final String MAVEN_MAIN = "plexus.classworlds.launcher.Launcher";

    static BuildProcess current() {
        var build = ProcessHandle.current();
        // The outermost one, so that a Maven started by a Maven shares its servers.
        for (var up = build.parent(); up.isPresent(); up = up.get().parent()) {
            if (up.get().info().commandLine().orElse("").contains(MAVEN_MAIN)) {
                build = up.get();
            }
        }
        return of(build);
    }

    static BuildProcess of(ProcessHandle handle) {
        return new BuildProcess(
                handle.pid(),
                handle.info().startInstant().map(at -> at.toEpochMilli()).orElse(0L));
    }

    /** Pids are reused, start times are not: both make the name of the files that belong to this build. */
    String key() {
        return pid + "-" + startedAt;
    }

    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(BuildProcess::of)
                .filter(this::equals)
                .isPresent();
    }
}
