package io.github.jsonrpcwhiteboard.oauth;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;

import org.osgi.service.cm.ManagedService;
import org.osgi.service.cm.ManagedServiceFactory;

import io.github.jsonrpcwhiteboard.oauth.config.BadSetting;
import io.github.jsonrpcwhiteboard.oauth.signed.Consumer;
import io.github.jsonrpcwhiteboard.oauth.signed.NonceMemory;
import io.github.jsonrpcwhiteboard.oauth.signed.SignedAuthenticator;
import io.github.jsonrpcwhiteboard.oauth.signed.SignedSettings;

/**
 * What Config Admin says about signed requests: one configuration for each consumer, and one for all, which may be
 * missing. A bad one for all lets nobody in, a bad consumer cannot call.
 */
final class SignedConfiguration implements ManagedService {

    static final String PID = "io.github.jsonrpcwhiteboard.oauth1";
    static final String CONSUMER_PID = PID + ".consumer";

    private static final Logger LOG = System.getLogger(SignedConfiguration.class.getName());

    private final Slot slot;
    private final NonceMemory nonces = new NonceMemory();
    private final Map<String, Consumer> byPid = new TreeMap<>();
    /** Null if they are bad, or not known yet: Config Admin tells what there is, also if it is nothing. */
    private SignedSettings settings;

    SignedConfiguration(Slot slot) {
        this.slot = slot;
    }

    @Override
    public synchronized void updated(Dictionary<String, ?> values) {
        settings = null;
        try {
            settings = SignedSettings.of(values == null ? new Hashtable<>() : values);
        } catch (BadSetting e) {
            LOG.log(Level.ERROR, "no signed request is accepted until the configuration " + PID + " is right; "
                    + e.getMessage());
        }
        publish();
    }

    private synchronized void consumer(String pid, Dictionary<String, ?> values) {
        byPid.remove(pid);
        try {
            if (values != null) {
                byPid.put(pid, Consumer.of(values));
            }
        } catch (BadSetting e) {
            LOG.log(Level.ERROR, "this consumer cannot call until its configuration " + pid + " is right; "
                    + e.getMessage());
        }
        publish();
    }

    private void publish() {
        Map<String, Consumer> byKey = new HashMap<>();
        Map<String, String> pids = new HashMap<>();
        byPid.forEach((pid, consumer) -> {
            String other = pids.putIfAbsent(consumer.key(), pid);
            if (other == null) {
                byKey.put(consumer.key(), consumer);
            } else {
                byKey.remove(consumer.key());
                LOG.log(Level.ERROR, "this consumer cannot call until only one of the configurations " + other + " and "
                        + pid + " is left; consumerKey: is the same in both");
            }
        });
        slot.put(settings == null || byKey.isEmpty() ? null
                : new SignedAuthenticator(settings, byKey, nonces, InstantSource.system()));
    }

    /** The part of it that has the consumers. */
    ManagedServiceFactory consumers() {
        return new ManagedServiceFactory() {

            @Override
            public String getName() {
                return "consumers that sign requests";
            }

            @Override
            public void updated(String pid, Dictionary<String, ?> values) {
                consumer(pid, values);
            }

            @Override
            public void deleted(String pid) {
                consumer(pid, null);
            }
        };
    }
}
