package city.c3po.portfolio.triage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What can make an initiative high profile or sensitive to the city. */
public enum ProfileFlag {
    PUBLIC_FACING("publicFacing", "public-facing", Profile::publicFacing),
    PERSONAL_CRIMINAL_OR_HEALTH_DATA(
            "personalCriminalOrHealthData",
            "uses personal, criminal-justice or health data",
            Profile::personalCriminalOrHealthData),
    SURVEILLANCE_OR_AI("surveillanceOrAi", "uses surveillance or AI", Profile::surveillanceOrAi),
    ELECTED_OFFICIAL_INTEREST(
            "electedOfficialInterest", "of interest to elected officials", Profile::electedOfficialInterest),
    LEGAL_MANDATE("legalMandate", "mandated by law", Profile::legalMandate),
    SAFETY("safety", "touches safety", Profile::safety),
    LABOUR("labour", "touches labour relations", Profile::labour),
    MEDIA("media", "likely in the media", Profile::media),
    FLAGGED_SENSITIVE("flaggedSensitive", "flagged as sensitive", Profile::flaggedSensitive);

    private final String member;
    private final String words;
    private final Function<Profile, @Nullable Boolean> answer;

    ProfileFlag(String member, String words, Function<Profile, @Nullable Boolean> answer) {
        this.member = member;
        this.words = words;
        this.answer = answer;
    }

    /** The flag's name in JSON, in profiles and in policies alike. */
    @JsonValue
    public String member() {
        return member;
    }

    /** Completes the sentence "It is or does …". */
    String words() {
        return words;
    }

    @Nullable Boolean in(Profile profile) {
        return answer.apply(profile);
    }
}
