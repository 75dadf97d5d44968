package city.c3po.local.part;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** One quick look at an address that answers 200 when all is well. */
public final class HttpLook {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private HttpLook() {}

    public static boolean ok(String address) {
        return look(address).map(answer -> answer.statusCode() == 200).orElse(false);
    }

    /** What it answers, whatever the status; empty when it does not answer. */
    public static String text(String address) {
        return look(address).map(HttpResponse::body).orElse("");
    }

    private static Optional<HttpResponse<String>> look(String address) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return Optional.of(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
