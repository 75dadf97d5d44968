package city.c3po.portfolio.schedule.network;

/** How far an activity has come. */
public enum Progress {
    PLANNED,
    RUNNING,
    FINISHED
}
