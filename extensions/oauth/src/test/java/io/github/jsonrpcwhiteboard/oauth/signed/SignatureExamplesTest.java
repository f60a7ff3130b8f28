package io.github.jsonrpcwhiteboard.oauth.signed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The examples of RFC 5849. */
class SignatureExamplesTest {

    private static String baseString(String method, String url, String query, String header, String form)
            throws BadRequest {
        List<Parameter> parameters = new ArrayList<>(Parameter.ofQuery(query));
        OAuthHeader.parse(header).parameters().stream().filter(p -> !p.name().equals("oauth_signature"))
                .forEach(parameters::add);
        parameters.addAll(Parameter.ofQuery(form));
        return BaseString.of(method, url, parameters);
    }

    private static String sign(String secret, String tokenSecret, String baseString) {
        return Base64.getEncoder().encodeToString(SignatureMethod.HMAC_SHA1.hmac(secret, tokenSecret, baseString));
    }

    /** Section 3.4.1.1; the signature is that of erratum 2550. */
    @Test
    void baseStringOfSection3() throws BadRequest {
        String baseString = baseString("POST", "http://EXAMPLE.COM:80/request", "b5=%3D%253D&a3=a&c%40=&a2=r%20b",
                "OAuth realm=\"Example\", oauth_consumer_key=\"9djdj82h48djs9d2\", oauth_token=\"kkk9d7dh3k39sjv7\","
                + " oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"137131201\", oauth_nonce=\"7d8f3e4a\","
                + " oauth_signature=\"bYT5CMsGcbgUdFHObYMEfcx6bsw%3D\"", "c2&a3=2+q");
        assertEquals("POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D"
                + "%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a"
                + "%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201"
                + "%26oauth_token%3Dkkk9d7dh3k39sjv7", baseString);
        assertEquals("r6/TJjbCOr97/+UU0NsvSne7s5g=", sign("j49sk3j29djd", "dh893hdasih9", baseString));
    }

    /** Section 1.2, the temporary credentials. */
    @Test
    void signatureOfSection1() throws BadRequest {
        assertEquals("74KNZJeDHnMBp0EMJ9ZHt/XKycU=", sign("kd94hf93k423kf44", "", baseString("POST",
                "https://photos.example.net/initiate", null, "OAuth realm=\"Photos\","
                + " oauth_consumer_key=\"dpf43f3p2l4k3l03\", oauth_signature_method=\"HMAC-SHA1\","
                + " oauth_timestamp=\"137131200\", oauth_nonce=\"wIjqoS\","
                + " oauth_callback=\"http%3A%2F%2Fprinter.example.com%2Fready\","
                + " oauth_signature=\"74KNZJeDHnMBp0EMJ9ZHt%2FXKycU%3D\"", null)));
    }

    /** Section 1.2, the photo. */
    @Test
    void signatureWithAToken() throws BadRequest {
        assertEquals("MdpQcU8iPSUjWoN/UDMsK2sui9I=", sign("kd94hf93k423kf44", "pfkkdhi9sl3r4s00", baseString("GET",
                "http://photos.example.net/photos", "file=vacation.jpg&size=original", "OAuth realm=\"Photos\","
                + " oauth_consumer_key=\"dpf43f3p2l4k3l03\", oauth_token=\"nnch734d00sl2jdk\","
                + " oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"137131202\", oauth_nonce=\"chapoH\","
                + " oauth_signature=\"MdpQcU8iPSUjWoN%2FUDMsK2sui9I%3D\"", null)));
    }

    /** Section 3.4.1.2. */
    @Test
    void urls() throws BadRequest {
        for (String[] pair : new String[][] {{"http://EXAMPLE.COM:80/r%20v/X", "http://example.com/r%20v/X"},
            {"https://www.example.net:8080/", "https://www.example.net:8080/"}, {"HTTPS://a:443", "https://a/"},
            {"http://a:443/", "http://a:443/"}, {"http://[::1]:80/x", "http://[::1]/x"}}) {
            assertEquals("GET&" + Parameter.encode(pair[1]) + "&", BaseString.of("get", pair[0], List.of()));
        }
        for (String url : List.of("/x", "http://", "http://a b/", "mailto:a@b")) {
            assertThrows(BadRequest.class, () -> BaseString.of("GET", url, List.of()), url);
        }
    }

    @Test
    void bytesThatAreNoTextAreSignedAsTheyAre() throws BadRequest {
        assertEquals("%FF%C3%A9~%2B%2A%2520", Parameter.encode(Parameter.ofQuery("a=%ff%c3%a9%7e%2B*%2520").get(0)
                .value()));
        assertThrows(BadRequest.class, () -> Parameter.ofQuery("a=%ff").get(0).text());
        assertEquals("é", Parameter.ofQuery("a=%c3%a9").get(0).text());
    }
}
