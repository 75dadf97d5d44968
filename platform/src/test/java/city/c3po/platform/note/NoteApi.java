package city.c3po.platform.note;

import static io.restassured.RestAssured.given;

import city.c3po.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** What the tests ask of the notes, as one caller or another. */
public final class NoteApi {
    public static final String SUBMITTER = "submitter";

    private NoteApi() {}

    public static RequestSpecification as(String user) {
        return given().header("Authorization", Tokens.as(user).bearer());
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
