package io.github.jsonrpcwhiteboard.users;

import java.util.Dictionary;
import java.util.function.Consumer;

import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedService;

/** What Config Admin says about the users file. The only class here that needs Config Admin. */
final class UsersSettings implements ManagedService {

    private static final String FILE = "file";

    private final Consumer<String> file;

    UsersSettings(Consumer<String> file) {
        this.file = file;
    }

    @Override
    public void updated(Dictionary<String, ?> properties) throws ConfigurationException {
        Object value = properties == null ? null : properties.get(FILE);
        if (value != null && !(value instanceof String)) {
            throw new ConfigurationException(FILE, "must be a text: the path of the users file");
        }
        file.accept((String) value);
    }
}
