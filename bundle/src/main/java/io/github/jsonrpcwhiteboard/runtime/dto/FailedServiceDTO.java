package io.github.jsonrpcwhiteboard.runtime.dto;

import org.osgi.dto.DTO;

/** A service that is no endpoint because its declaration cannot be used. */
public class FailedServiceDTO extends DTO {

    /** {@code rpc.path} is not a text or texts, is empty, or has a bad segment. */
    public static final int BAD_PATH = 1;

    /** The service is registered under classes only. */
    public static final int NO_INTERFACE = 2;

    /** {@code rpc.interface} names something that the service is not registered under, or that is no interface. */
    public static final int BAD_INTERFACE = 3;

    /** The bundle of the service cannot load the interface. */
    public static final int INTERFACE_NOT_VISIBLE = 4;

    /** Not one method can be called. */
    public static final int NO_METHODS = 5;

    /** Another property has a value of the wrong type, or looks like {@code rpc.roles} and is not. */
    public static final int BAD_PROPERTY = 6;

    /** Something unexpected went wrong while the declaration was read. */
    public static final int UNKNOWN = 7;

    /** {@code service.id} of the service. */
    public long serviceId;

    /** Id of the bundle that registered the service. */
    public long bundleId;

    /** The value of {@code rpc.path} as text. */
    public String path;

    /** One of the constants above. */
    public int reason;

    /** One sentence for people. */
    public String message;

    /** The methods that made it fail, if they did. */
    public FailedMethodDTO[] failedMethods = {};
}
