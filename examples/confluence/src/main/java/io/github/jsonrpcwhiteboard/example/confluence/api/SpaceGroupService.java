package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Groups of spaces. Keys are compared without regard to case. */
public interface SpaceGroupService {

    /** Adds a group. Needs key and name. For administrators. */
    RemoteSpaceGroup addSpaceGroup(String token, RemoteSpaceGroup spaceGroup)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;

    /** One group. Its licence key is null for all but administrators. */
    RemoteSpaceGroup getSpaceGroup(String token, String spaceGroup)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** All groups, by name. Their licence keys are null for all but administrators. */
    RemoteSpaceGroup[] getSpaceGroups(String token)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Removes a group. Its spaces stay. For administrators. */
    boolean removeSpaceGroup(String token, String spaceGroupKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** The spaces of a group that the caller may view, by name. */
    RemoteSpaceSummary[] getSpacesInGroup(String token, String spaceGroupKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
