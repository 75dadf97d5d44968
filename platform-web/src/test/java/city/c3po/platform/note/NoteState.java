package city.c3po.platform.note;

public enum NoteState {
    OPEN,
    ARCHIVED
}
