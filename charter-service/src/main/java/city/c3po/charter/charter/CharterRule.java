package city.c3po.charter.charter;

import static city.c3po.platform.rule.Kind.ABSENT;
import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for charters. */
public enum CharterRule implements Rule {
    AUTHORS_ONLY(
            FORBIDDEN,
            "Only the charter's authors, its PPM or project lead, a submitter of its departments or a portfolio manager does this."),
    REVIEWERS_ONLY(FORBIDDEN, "Only a portfolio manager, or whoever holds a seat of the charter, returns it."),
    OWN_PROJECT(
            FORBIDDEN, "You draft charters of your own department's projects. Ask the portfolio office for others."),
    ONE_CHARTER_PER_PROJECT(
            CONFLICT, "The project has a charter already. Read that one (charter), or cancel it first."),
    TITLE_SAID(CONFLICT, "A charter that is handed in has a title. Give it one first."),
    EACH_CRITERION_ONCE(INVALID, "Each key names one criterion."),
    ORDERED_DATES(INVALID, "An end is not before its beginning."),
    KNOWN_SEAT(ABSENT, "The charter has no such seat. seats lists the ones it has."),
    SPONSOR_IS_NOT_PPM(CONFLICT, "Whoever sponsors the project does not run it. Name two persons."),
    SEATS_FILLED(CONFLICT, "Every mandatory seat is held by somebody before anybody is asked to sign (seats)."),
    NOT_THE_AUTHOR_ALONE(
            CONFLICT, "Its author does not sign alone for the city. Name somebody else for one of the seats."),
    CHARTER_COMPLETE(CONFLICT, "Something mandatory is missing. errors names each; settle them, then commit."),
    SEAT_OCCUPIED(CONFLICT, "Somebody holds this seat. Say first why they no longer do (vacate)."),
    SEAT_VACANT(CONFLICT, "Nobody holds this seat any more."),
    SUCCESSOR_IS_ANOTHER(INVALID, "A successor is another person than the one who left."),
    NOTHING_AMENDED(INVALID, "The amendment says the same as the version in force. Say what changes."),
    HELD_NOT_LATER(INVALID, "A session is recorded when it was held, not before."),
    KNOWN_DECISION(INVALID, "There is no decision of this number to supersede."),
    LOG_NOT_FULL(CONFLICT, "The log holds as many entries as it may. Close this charter and open another.");

    private final Kind kind;
    private final String sentence;

    CharterRule(Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    /** One of several faults that are told together. */
    Fault at(String pointer) {
        return new Fault(pointer, code(), sentence);
    }
}
