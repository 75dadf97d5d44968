package city.c3po.platform.actor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of this request. */
@RequestScoped
public class CurrentActor {
    /** Roles are the city's; Keycloak's own (offline_access, default-roles-city …) say nothing here. */
    private static final Set<String> KNOWN = Set.of(
            Roles.SUBMITTER,
            Roles.PORTFOLIO_MANAGER,
            Roles.ASSESSOR,
            Roles.BOARD_MEMBER,
            Roles.SIGNATORY,
            Roles.AUDITOR,
            Roles.CLERK,
            Roles.FEEDER,
            Roles.READER,
            Roles.VENDOR,
            Roles.POLICY_ADMIN,
            Roles.OPERATOR);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SecurityIdentity identity;
    private @Nullable Actor actor;

    CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Actor get() {
        if (actor == null) {
            actor = read();
        }
        return actor;
    }

    private Actor read() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new IllegalStateException("no verified token in this request");
        }
        var roles = new LinkedHashSet<>(identity.getRoles());
        roles.retainAll(KNOWN);
        var claims = claims(token.getRawToken());
        return new Actor(
                token.getSubject(),
                token.getIssuer(),
                claims.path("azp").asText(),
                claims.path("name").asText(token.getName()),
                roles,
                strings(claims.path("departments")),
                strings(claims.path("sources")),
                strings(claims.path("bodies")),
                claims.hasNonNull("vendor") ? claims.path("vendor").asText() : null,
                claims.hasNonNull("auth_time")
                        ? Instant.ofEpochSecond(claims.path("auth_time").asLong())
                        : null);
    }

    /**
     * Of a token that has been verified. Asked one by one, each claim that is no standard one costs an exception inside
     * the library.
     */
    private static JsonNode claims(String token) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", 3)[1]));
        } catch (IOException e) {
            throw new IllegalStateException("a verified token has claims", e);
        }
    }

    /** Of a list, or of one. */
    private static Set<String> strings(JsonNode claim) {
        var strings = new LinkedHashSet<String>();
        if (claim.isArray()) {
            claim.forEach(one -> strings.add(one.asText()));
        } else if (!claim.isMissingNode() && !claim.isNull()) {
            strings.add(claim.asText());
        }
        return Set.copyOf(strings);
    }
}
