package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.InvalidSessionException;
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.security.Authentication.Outcome;
import io.github.jsonrpcwhiteboard.security.PasswordCredentials;

/** Who gets in, and for how long. */
class LoginTest {

    private TestSite site;
    private ConfluenceService service;
    private Door door;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        door = new Door(site);
        site.asAdministrator();
        service.addUser(TOKEN, user("Bob"), "banana");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void anAddedUserLogsInUnderTheNameAsItIsWritten() throws Exception {
        site.enter(door.enter("BOB", "banana").orElseThrow());
        assertEquals("Bob", service.getUserByName(TOKEN, "bob").getName());
        assertEquals("Bob", service.storePage(TOKEN, TestSite.page("DS", "By Bob", "")).getCreator());
    }

    @Test
    void onlyTheRightPasswordOfAUserOfOursIsGood() throws Exception {
        site.as("ann");
        service.getSpaces(TOKEN);
        assertEquals(Outcome.REFUSED, ask("Bob", "Banana"));
        assertEquals(Outcome.REFUSED, ask("Bob", ""));
        assertEquals(Outcome.REFUSED, ask("ann", ""), "the host's");
        assertEquals(Outcome.REFUSED, ask("nobody", "banana"));
        assertEquals(Outcome.NOT_MINE, door.ask(null).outcome());
        assertEquals(Outcome.ACCEPTED, ask("Bob", "banana"));
        assertEquals(Outcome.REFUSED, ask("Bob", "Banana"), "also when the right one is known");
    }

    private Outcome ask(String user, String password) {
        return door.ask(new PasswordCredentials(user, password)).outcome();
    }

    @Test
    void aChangedPasswordCountsAtOnceAndTheOldOneNoLonger() throws Exception {
        Login login = enter("banana");
        site.enter(login);
        assertTrue(service.changeMyPassword(TOKEN, "banana", "berry"));
        assertEquals(Outcome.REFUSED, ask("Bob", "banana"));
        assertInvalid(login);
        site.enter(enter("berry"));
        assertEquals(1, service.getSpaces(TOKEN).length);
    }

    @Test
    void anAdministratorChangesThePasswordOfAnother() throws Exception {
        Login login = enter("banana");
        assertTrue(service.changeUserPassword(TOKEN, "bob", "cherry"));
        assertEquals(Outcome.REFUSED, ask("Bob", "banana"));
        assertEquals(Outcome.ACCEPTED, ask("Bob", "cherry"));
        assertInvalid(login);
    }

    @Test
    void aDeactivatedUserIsOutUntilReactivated() throws Exception {
        Login login = enter("banana");
        assertTrue(service.deactivateUser(TOKEN, "bob"));
        assertEquals(Outcome.REFUSED, ask("Bob", "banana"));
        site.enter(login);
        assertEquals("The user Bob is deactivated.",
                assertThrows(NotPermittedException.class, () -> service.getSpaces(TOKEN)).getMessage());
        site.asAdministrator();
        assertTrue(service.reactivateUser(TOKEN, "bob"));
        assertEquals(Outcome.ACCEPTED, ask("Bob", "banana"));
        site.enter(login);
        assertEquals(1, service.getSpaces(TOKEN).length);
    }

    @Test
    void aRemovedUserIsOutEvenIfAnotherGetsTheName() throws Exception {
        Login login = enter("banana");
        service.removeUser(TOKEN, "bob");
        assertEquals(Outcome.REFUSED, ask("Bob", "banana"));
        assertInvalid(login);
        site.asAdministrator();
        service.addUser(TOKEN, user("Bob"), "banana");
        assertInvalid(login);
    }

    @Test
    void aLoginUnderAFormerNameIsOut() throws Exception {
        Login login = enter("banana");
        service.renameUser(TOKEN, "bob", "bert");
        assertEquals(Outcome.REFUSED, ask("Bob", "banana"));
        assertInvalid(login);
        site.enter(login);
        assertThrows(InvalidSessionException.class, () -> service.getSpaces(TOKEN), "nor does it make a new user");
        assertEquals("bert", door.enter("Bert", "banana").orElseThrow().name());
    }

    private Login enter(String password) {
        return door.enter("Bob", password).orElseThrow();
    }

    private void assertInvalid(Login login) {
        site.enter(login);
        assertEquals("The login of Bob is not valid any more.",
                assertThrows(InvalidSessionException.class, () -> service.getSpaces(TOKEN)).getMessage());
    }

    @Test
    void aUserOfTheHostsIsThereAfterTheFirstCallEvenIfItFails() throws Exception {
        site.as("Carol");
        assertThrows(RemoteException.class, () -> service.getPage(TOKEN, 0));
        site.asAdministrator();
        assertEquals("Carol", service.getUserByName(TOKEN, "carol").getName());
        assertEquals("confluence-users", String.join(",", service.getUserGroups(TOKEN, "carol")));
        site.as("CAROL");
        assertEquals("Carol", service.storePage(TOKEN, TestSite.page("DS", "By Carol", "")).getCreator());
    }

    @Test
    void aUserOfTheHostsNeedsANameThatFits() {
        site.as("c".repeat(256));
        assertEquals("Names of users have 1 to 255 characters here.",
                assertThrows(NotPermittedException.class, () -> service.getSpaces(TOKEN)).getMessage());
        site.as(" ");
        assertThrows(NotPermittedException.class, () -> service.getSpaces(TOKEN));
    }

    @Test
    void aUserOfTheHostsIsKeptOutByDeactivating() throws Exception {
        site.as("carol");
        service.getSpaces(TOKEN);
        site.asAdministrator();
        service.deactivateUser(TOKEN, "carol");
        site.as("Carol");
        assertThrows(NotPermittedException.class, () -> service.getSpaces(TOKEN));
    }

    @Test
    void onlyWhomTheHostCallsAnAdministratorIsOne() {
        site.as("carol");
        assertThrows(NotPermittedException.class, () -> service.addUser(TOKEN, user("eve"), "pear"));
        site.enter(enter("banana"));
        assertThrows(NotPermittedException.class, () -> service.addUser(TOKEN, user("eve"), "pear"));
    }
}
