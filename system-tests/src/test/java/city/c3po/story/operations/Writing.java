package city.c3po.story.operations;

import city.c3po.testing.Tokens;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;

/** Somebody of a department who writes down initiatives, at a portfolio service without a door before it. */
record Writing(Program service) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Writing at(Program service) {
        return new Writing(service);
    }

    HttpResponse<String> attempt(String title) throws IOException {
        return service.send(
                "POST",
                "/v1/initiatives",
                Tokens.as("submitter").bearer(),
                JSON.createObjectNode()
                        .put("title", title)
                        .put("sponsoringDepartment", "DEP-PW")
                        .toString());
    }

    /** Its address. */
    String one(String title) throws IOException {
        var answer = attempt(title);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return address(answer);
    }

    static String address(HttpResponse<String> created) {
        return URI.create(created.headers().firstValue("Location").orElseThrow())
                .getPath();
    }

    int read(String address) throws IOException {
        return service.send("GET", address, Tokens.as("submitter").bearer(), "").statusCode();
    }
}
