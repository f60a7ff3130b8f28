package io.github.jsonrpcwhiteboard.oauth;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Dictionary;

import org.osgi.service.cm.ManagedService;

import io.github.jsonrpcwhiteboard.oauth.bearer.BearerAuthenticator;
import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;

/** What Config Admin says about bearer tokens. A bad configuration lets nobody in. */
final class BearerConfiguration implements ManagedService {

    static final String PID = "io.github.jsonrpcwhiteboard.oauth2";

    private static final Logger LOG = System.getLogger(BearerConfiguration.class.getName());

    private final Slot slot;

    BearerConfiguration(Slot slot) {
        this.slot = slot;
    }

    @Override
    public synchronized void updated(Dictionary<String, ?> values) {
        BearerAuthenticator authenticator = null;
        try {
            authenticator = values == null ? null : BearerAuthenticator.of(values);
        } catch (BadSetting e) {
            LOG.log(Level.ERROR, "no bearer token is accepted until the configuration " + PID + " is right; "
                    + e.getMessage());
        }
        slot.put(authenticator);
    }
}
