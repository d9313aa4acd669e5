package dev.hubtwin.internal.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The credentials in the URL of a webhook")
class WebhookUrlMaskingTest {

    private static final WebhookUrlMasking MASKING =
            WebhookUrlMasking.of("http://user:pass@ci.example/hook?token=opensesame&apiKey=k3y4567&page=2");

    @ParameterizedTest
    @CsvSource({
        "http://user:pass@ci.example/hook?token=opensesame&apiKey=k3y4567&page=2, http://********@ci.example/hook?token=********&apiKey=********&page=2",
        "you sent opensesame with page 2, you sent ******** with page 2",
        "Basic dXNlcjpwYXNz, Basic ********",
        "{\"refreshToken\":\"abc\"}, {\"refreshToken\":\"********\"}",
        "{\"secret\":\"********\"}, {\"secret\":\"********\"}"
    })
    @DisplayName("are hidden wherever they show, and so is what else looks like a secret")
    void areHidden(String text, String masked) {
        assertEquals(masked, MASKING.mask(text));
    }
}
