package city.c3po.platform.note;

import city.c3po.platform.event.Action;

public enum NoteAction implements Action {
    EDIT,
    ARCHIVE
}
