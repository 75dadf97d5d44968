package city.c3po.portfolio.board;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A meeting as callers see it. */
@Schema(name = "Meeting", description = "One sitting of a board.")
public record MeetingView(
        UUID id,
        @Schema(examples = "MTG-2026-0001") String number,
        String href,
        MeetingState state,
        Reference board,
        LocalDate day,
        @Nullable String place,

        @Schema(description = "All seats of the board, held or not.")
        int seats,

        @Schema(description = "How many must be present and not recused.")
        int quorum,

        int chairSeat,

        @Schema(description = "Who sits on the meeting's day.")
        List<BoardMember> members,

        List<Presence> present,
        List<DocketItem> docket,
        @Nullable String minutes,
        Instant createdAt,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<MeetingAction> allowedActions)
        implements Representation {

    static MeetingView of(Meeting meeting, @Nullable Actor reader) {
        return new MeetingView(
                meeting.id(),
                meeting.number(),
                meeting.href(),
                meeting.meetingState(),
                meeting.board(),
                meeting.day(),
                meeting.place(),
                meeting.seats(),
                Meeting.quorumOf(meeting.seats()),
                meeting.chairSeat(),
                meeting.members(),
                meeting.present(),
                meeting.docket(),
                meeting.minutes(),
                meeting.createdAt(),
                meeting.version(),
                reader == null ? null : meeting.allowedActions(reader));
    }
}
