package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Groups of spaces. */
public interface SpaceGroupService {

    RemoteSpaceGroup addSpaceGroup(String token, RemoteSpaceGroup spaceGroup)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;

    RemoteSpaceGroup getSpaceGroup(String token, String spaceGroup)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteSpaceGroup[] getSpaceGroups(String token)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Removes a group. Its spaces stay. */
    boolean removeSpaceGroup(String token, String spaceGroupKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** The spaces of a group that the caller may view, by name. */
    RemoteSpaceSummary[] getSpacesInGroup(String token, String spaceGroupKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
