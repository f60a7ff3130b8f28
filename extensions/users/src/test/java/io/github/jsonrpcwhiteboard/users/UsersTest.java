package io.github.jsonrpcwhiteboard.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class UsersTest {

    private final AtomicLong now = new AtomicLong();
    private final List<Integer> iterationsOfSlowChecks = new ArrayList<>();
    private final Users users = new Users(List.of(new User("ann", PasswordHash.of("secret", 30), Set.of("admin")),
            new User("bob", PasswordHash.of("hidden", 20), Set.of())), this::slowCheck);

    @Test
    void aSecondLoginIsNotCheckedSlowly() {
        assertTrue(users.login("ann", "secret").isPresent());
        assertTrue(users.login("ann", "secret").isPresent());
        assertEquals(List.of(30), iterationsOfSlowChecks);
    }

    @Test
    void anUnknownUserIsCheckedAsSlowlyAsAWrongPassword() {
        assertTrue(users.login("ann", "wrong").isEmpty());
        assertTrue(users.login("ann", "wrong").isEmpty());
        assertTrue(users.login("eve", "secret").isEmpty());
        assertTrue(users.login("eve", "secret").isEmpty());
        assertEquals(List.of(30, 30, 30, 30), iterationsOfSlowChecks);
    }

    @Test
    void aGoodLoginIsForgottenInTime() {
        GoodLogins logins = new GoodLogins(now::get);
        GoodLogins.Key key = logins.key("ann", "secret");
        assertFalse(logins.contains(key));
        logins.add(key);
        now.addAndGet(GoodLogins.REMEMBERED.toNanos() - 1);
        assertTrue(logins.contains(key));
        now.addAndGet(1);
        assertFalse(logins.contains(key));
    }

    @Test
    void onlySoManyGoodLoginsAreKept() {
        GoodLogins logins = new GoodLogins(now::get);
        for (int i = 0; i <= GoodLogins.MAX_SIZE; i++) {
            logins.add(logins.key("user" + i, ""));
        }
        assertFalse(logins.contains(logins.key("user0", "")));
        assertTrue(logins.contains(logins.key("user1", "")));
    }

    @Test
    void keysTellNameAndPasswordApartAndAreOfThisProcess() {
        GoodLogins logins = new GoodLogins(now::get);
        assertEquals(logins.key("ab", "c"), logins.key("ab", "c"));
        assertNotEquals(logins.key("ab", "c"), logins.key("a", "bc"));
        assertNotEquals(logins.key("ab", "c"), new GoodLogins(now::get).key("ab", "c"));
    }

    private boolean slowCheck(PasswordHash hash, String password) {
        iterationsOfSlowChecks.add(hash.iterations());
        return hash.matches(password);
    }
}
