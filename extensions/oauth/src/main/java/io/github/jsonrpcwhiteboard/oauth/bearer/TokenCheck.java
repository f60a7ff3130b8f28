package io.github.jsonrpcwhiteboard.oauth.bearer;

import java.util.Map;

/** A way to check a token. Safe for several threads. */
interface TokenCheck {

    /** What a good token says, as JSON values. */
    Map<String, Object> claims(String token) throws BadToken;
}
