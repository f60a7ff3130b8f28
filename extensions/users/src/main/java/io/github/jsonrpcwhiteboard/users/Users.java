package io.github.jsonrpcwhiteboard.users;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The users of one state of the file, and the logins found good since it was read. Safe for several threads. */
final class Users {

    private final Map<String, User> users;
    private final PasswordHash unknown;
    private final GoodLogins goodLogins = new GoodLogins(System::nanoTime);
    private final BiPredicate<PasswordHash, String> slowCheck;

    Users(Collection<User> users) {
        this(users, PasswordHash::matches);
    }

    Users(Collection<User> users, BiPredicate<PasswordHash, String> slowCheck) {
        this.users = users.stream().collect(Collectors.toUnmodifiableMap(User::name, Function.identity()));
        this.unknown = PasswordHash.unknown(users.stream().mapToInt(user -> user.hash().iterations()).max()
                .orElse(PasswordHash.ITERATIONS));
        this.slowCheck = slowCheck;
    }

    /** The user, if the password is theirs. An unknown user and a wrong password take the same time. */
    Optional<User> login(String name, String password) {
        User user = users.get(name);
        GoodLogins.Key key = goodLogins.key(name, password);
        if (user != null && goodLogins.contains(key)) {
            return Optional.of(user);
        }
        boolean good = slowCheck.test(user == null ? unknown : user.hash(), password);
        if (user == null || !good) {
            return Optional.empty();
        }
        goodLogins.add(key);
        return Optional.of(user);
    }
}
