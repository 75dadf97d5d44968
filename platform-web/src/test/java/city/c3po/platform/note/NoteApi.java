package city.c3po.platform.note;

import static io.restassured.RestAssured.given;

import city.c3po.testing.Tokens;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** What the tests ask of the notes, as one caller or another. */
public final class NoteApi {
    public static final String SUBMITTER = "submitter";

    /** Without it, RestAssured speaks Latin 1, and says so, in media types it does not know. */
    private static final RestAssuredConfig AS_TOLD = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .defaultContentCharset("UTF-8"));

    private NoteApi() {}

    public static RequestSpecification as(String user) {
        return given().config(AS_TOLD).header("Authorization", Tokens.as(user).bearer());
    }

    public static RequestSpecification submitter() {
        return as(SUBMITTER);
    }

    public static ValidatableResponse written(String title) {
        return submitter()
                .contentType(ContentType.JSON)
                .body(Map.of("title", title, "confidential", false))
                .post("/v1/notes")
                .then()
                .statusCode(201);
    }

    /** The address of a new note. */
    public static String note(String title) {
        return written(title).extract().path("href");
    }

    public static String etag(String href) {
        return submitter().get(href).then().statusCode(200).extract().header("ETag");
    }
}
