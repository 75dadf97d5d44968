package city.c3po.portfolio.initiative;

import static city.c3po.portfolio.initiative.InitiativeRule.LESSON_APPLIES;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.value.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What looking around found: initiatives that read like it, lessons that apply, goals that it serves. */
@Embeddable
public class InitiativeReview {
    @JdbcTypeCode(SqlTypes.JSON)
    // a word of SQL by itself
    @Column(name = "similar_to")
    private List<SimilarInitiative> similar = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<LessonAnswer> lessons = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Alignment> alignments = List.of();

    void lookAround(Initiative initiative, Surroundings around) {
        similar = around.similar(initiative);
        var tags = initiative.proposal().tags();
        var known = lessons.stream().map(LessonAnswer::lesson).toList();
        var found = tags.isEmpty() ? List.<Reference>of() : around.lessons(tags);
        // an answer once given stays; what no longer applies and was not answered goes
        lessons = Stream.concat(
                        lessons.stream().filter(answer -> !answer.waits() || found.contains(answer.lesson())),
                        found.stream()
                                .filter(lesson -> !known.contains(lesson))
                                .map(lesson -> new LessonAnswer(lesson, null, null, null, null)))
                .toList();
    }

    InitiativeEvent answer(UUID lesson, LessonAnswer.Verdict answer, String reason, Actor by, Instant at) {
        var asked = lessons.stream()
                .filter(known -> known.lesson().id().equals(lesson.toString()))
                .findFirst()
                .orElseThrow(LESSON_APPLIES::violated);
        var answered = new LessonAnswer(asked.lesson(), answer, reason, by.sub(), at);
        lessons =
                lessons.stream().map(known -> known == asked ? answered : known).toList();
        return new InitiativeEvent.LessonAnswered(asked.lesson(), answer, reason, at);
    }

    List<Reference> unanswered() {
        return lessons.stream()
                .filter(LessonAnswer::waits)
                .map(LessonAnswer::lesson)
                .toList();
    }

    InitiativeEvent align(Alignment alignment) {
        alignments = Stream.concat(
                        alignments.stream()
                                .filter(known -> !known.goal()
                                        .id()
                                        .equals(alignment.goal().id())),
                        Stream.of(alignment))
                .toList();
        return new InitiativeEvent.Aligned(alignment, alignment.at());
    }

    List<SimilarInitiative> similar() {
        return similar;
    }

    List<LessonAnswer> lessons() {
        return lessons;
    }

    List<Alignment> alignments() {
        return alignments;
    }
}
