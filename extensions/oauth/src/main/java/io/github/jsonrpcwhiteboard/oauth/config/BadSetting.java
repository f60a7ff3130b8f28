package io.github.jsonrpcwhiteboard.oauth.config;

/** A key of a configuration that cannot be used. Its message names the key and shows no value, which may be secret. */
public final class BadSetting extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param key the key
     * @param problem what to do about its value
     */
    public BadSetting(String key, String problem) {
        super(key + ": " + problem, null, false, false);
    }
}
