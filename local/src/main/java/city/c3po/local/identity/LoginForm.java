package city.c3po.local.identity;

import city.c3po.local.part.Refusal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Logs a person in through the browser's form: authorization code with PKCE. A password grant would be shorter, but
 * its token does not say when the person logged in ({@code auth_time}), which signing a charter asks for.
 */
final class LoginForm {
    private static final Pattern ACTION = Pattern.compile("<form[^>]*\\baction=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TokenEndpoint endpoint;
    private final String client;
    private final String redirect;

    // Keycloak marks its cookies Secure. Browsers send those to this machine over plain http too; the JDK's cookie
    // store does not, so cookies are kept here.
    private final Map<String, String> cookies = new LinkedHashMap<>();

    LoginForm(TokenEndpoint endpoint, String client, String redirect) {
        this.endpoint = endpoint;
        this.client = client;
        this.redirect = redirect;
    }

    String accessToken(String user, String password) {
        var verifier = random();
        var form = send(HttpRequest.newBuilder(endpoint.authorization(Map.of(
                "response_type",
                "code",
                "client_id",
                client,
                "redirect_uri",
                redirect,
                "scope",
                "openid",
                "state",
                random(),
                "code_challenge",
                challenge(verifier),
                "code_challenge_method",
                "S256"))));
        var action = ACTION.matcher(form.body());
        if (form.statusCode() != 200 || !action.find()) {
            throw new Refusal(
                    "The identity provider shows no login form, but answers %d.".formatted(form.statusCode()));
        }
        var address = URI.create(action.group(1).replace("&amp;", "&"));
        var answer = send(TokenEndpoint.post(address.toString(), Map.of("username", user, "password", password)));
        var code = CODE.matcher(answer.headers().firstValue("Location").orElse(""));
        if (!code.find()) {
            throw new Refusal("The identity provider did not let %s in: wrong password, or locked.".formatted(user));
        }
        return endpoint.accessToken(Map.of(
                "grant_type", "authorization_code",
                "client_id", client,
                "redirect_uri", redirect,
                "code", code.group(1),
                "code_verifier", verifier));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = endpoint.send(request);
        for (var header : answer.headers().allValues("Set-Cookie")) {
            var pair = header.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
