package city.c3po.story.badinput;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A real token, turned into what an attacker would make of it. */
final class Forgery {
    private final SignedJWT real;

    Forgery(String real) {
        try {
            this.real = SignedJWT.parse(real);
        } catch (ParseException e) {
            throw new IllegalArgumentException(real, e);
        }
    }

    /** The claims of a portfolio manager under the signature of somebody else. */
    String withMoreRights() {
        var parts = real.serialize().split("\\.");
        var claims = promoted().toString(false).getBytes(StandardCharsets.UTF_8);
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims) + "." + parts[2];
    }

    String signedByNobody() {
        return new PlainJWT(promoted()).serialize();
    }

    /** A key of the attacker's, under the name of the realm's key. */
    String signedByAnotherKey() {
        try {
            return signed(JWSAlgorithm.RS256, new RSASSASigner(new RSAKeyGenerator(2048).generate()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The realm's public key taken for a shared secret: verifiers that believe the header accept it. */
    String signedByThePublicKey(String published) {
        try {
            var key = JWKSet.parse(published).getKeyByKeyId(real.getHeader().getKeyID());
            return signed(
                    JWSAlgorithm.HS256,
                    new MACSigner(key.toRSAKey().toRSAPublicKey().getEncoded()));
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(JWSAlgorithm algorithm, com.nimbusds.jose.JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .keyID(real.getHeader().getKeyID())
                        .build(),
                promoted());
        token.sign(signer);
        return token.serialize();
    }

    private JWTClaimsSet promoted() {
        try {
            return new JWTClaimsSet.Builder(real.getJWTClaimsSet())
                    .claim("realm_access", Map.of("roles", List.of("portfolio-manager", "policy-admin", "submitter")))
                    .build();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
