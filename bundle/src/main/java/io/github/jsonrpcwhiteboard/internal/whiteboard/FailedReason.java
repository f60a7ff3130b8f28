package io.github.jsonrpcwhiteboard.internal.whiteboard;

import io.github.jsonrpcwhiteboard.runtime.dto.FailedServiceDTO;

/** Why a service is no endpoint. */
enum FailedReason {

    BAD_PATH(FailedServiceDTO.BAD_PATH),
    NO_INTERFACE(FailedServiceDTO.NO_INTERFACE),
    BAD_INTERFACE(FailedServiceDTO.BAD_INTERFACE),
    INTERFACE_NOT_VISIBLE(FailedServiceDTO.INTERFACE_NOT_VISIBLE),
    NO_METHODS(FailedServiceDTO.NO_METHODS),
    BAD_PROPERTY(FailedServiceDTO.BAD_PROPERTY),
    UNKNOWN(FailedServiceDTO.UNKNOWN);

    private final int code;

    FailedReason(int code) {
        this.code = code;
    }

    /** As the runtime service tells it. */
    int code() {
        return code;
    }
}
