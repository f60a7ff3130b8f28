package io.github.jsonrpcwhiteboard.internal.binding;

import java.util.List;

/**
 * Binds arguments while a body is read for the first time. Only where no code of the plugin is run by that, since the
 * body may still turn out to be wrong, and no deadline holds yet. Whatever is unusual is left to
 * {@link Overloads#bind}, which can tell what is wrong.
 */
final class EarlyBinding {

    private EarlyBinding() {
    }

    /** The call; null if it is not that simple, after which the position is anywhere. */
    static Bound bind(List<RpcMethod> methods, PlainJson in) {
        if (in.skip('[')) {
            return byPosition(methods, in);
        }
        return methods.size() == 1 && in.skip('{') ? byName(methods.get(0), in) : null;
    }

    private static Bound byPosition(List<RpcMethod> methods, PlainJson in) {
        Object[] values = new Object[mostParameters(methods)];
        int count = 0;
        if (!in.skip(']')) {
            do {
                Object value = count < values.length ? in.value() : PlainJson.OTHER;
                if (value == PlainJson.OTHER) {
                    return null;
                }
                values[count++] = value;
            } while (in.skip(','));
            if (!in.skip(']')) {
                return null;
            }
        }
        RpcMethod method = methods.size() == 1 ? methods.get(0) : best(methods, values, count);
        return method == null || method.parameters().size() != count ? null : bound(method, values);
    }

    private static int mostParameters(List<RpcMethod> methods) {
        int most = 0;
        for (RpcMethod method : methods) {
            most = Math.max(most, method.parameters().size());
        }
        return most;
    }

    private static Bound bound(RpcMethod method, Object[] values) {
        List<RpcParameter> parameters = method.parameters();
        Object[] arguments = method.newArguments();
        for (int i = 0; i < parameters.size(); i++) {
            Object argument = parameters.get(i).ofPlain(values[i]);
            if (argument == PlainJson.OTHER) {
                return null;
            }
            arguments[parameters.get(i).slot()] = argument;
        }
        return new Bound(method, arguments);
    }

    private static Bound byName(RpcMethod method, PlainJson in) {
        Object[] values = new Object[method.parameters().size()];
        boolean[] seen = new boolean[values.length];
        int count = 0;
        if (!in.skip('}')) {
            do {
                int index = in.name() ? method.indexOf(in.asString()) : -1;
                Object value = index < 0 || seen[index] ? PlainJson.OTHER : in.value();
                if (value == PlainJson.OTHER) {
                    return null;
                }
                values[index] = value;
                seen[index] = true;
                count++;
            } while (in.skip(','));
            if (!in.skip('}')) {
                return null;
            }
        }
        return count == values.length ? bound(method, values) : null;
    }

    /** The one method with so many parameters that fits best; null if there is none, or more than one. */
    private static RpcMethod best(List<RpcMethod> methods, Object[] values, int count) {
        RpcMethod best = null;
        int lowest = Integer.MAX_VALUE;
        for (RpcMethod method : methods) {
            int fit = method.parameters().size() == count ? fit(method, values) : Fit.NONE;
            if (fit != Fit.NONE && fit <= lowest) {
                best = fit < lowest ? method : null;
                lowest = fit;
            }
        }
        return best;
    }

    private static int fit(RpcMethod method, Object[] values) {
        List<RpcParameter> parameters = method.parameters();
        int total = 0;
        for (int i = 0; i < parameters.size(); i++) {
            int fit = Fit.ofValue(values[i], parameters.get(i).type());
            if (fit == Fit.NONE) {
                return Fit.NONE;
            }
            total += fit;
        }
        return total;
    }
}
