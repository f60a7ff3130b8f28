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
        boolean single = methods.size() == 1;
        if (in.skip('[')) {
            return single ? byPosition(methods.get(0), in) : byPosition(methods, in);
        }
        return single && in.skip('{') ? byName(methods.get(0), in) : null;
    }

    private static Bound byPosition(RpcMethod method, PlainJson in) {
        List<RpcParameter> parameters = method.parameters();
        Object[] arguments = method.newArguments();
        for (int i = 0; i < parameters.size(); i++) {
            Object argument = i == 0 || in.skip(',') ? parameters.get(i).ofPlain(in.value()) : PlainJson.OTHER;
            if (argument == PlainJson.OTHER) {
                return null;
            }
            arguments[parameters.get(i).slot()] = argument;
        }
        return in.skip(']') ? new Bound(method, arguments) : null;
    }

    private static Bound byName(RpcMethod method, PlainJson in) {
        Object[] arguments = method.newArguments();
        boolean[] seen = new boolean[method.parameters().size()];
        for (int count = 0; count < seen.length; count++) {
            int index = (count == 0 || in.skip(',')) && in.name() ? method.indexOf(in.asString()) : -1;
            if (index < 0 || seen[index]) {
                return null;
            }
            RpcParameter parameter = method.parameters().get(index);
            Object argument = parameter.ofPlain(in.value());
            if (argument == PlainJson.OTHER) {
                return null;
            }
            arguments[parameter.slot()] = argument;
            seen[index] = true;
        }
        return in.skip('}') ? new Bound(method, arguments) : null;
    }

    private static Bound byPosition(List<RpcMethod> methods, PlainJson in) {
        Object[] values = new Object[mostParameters(methods)];
        int count = 0;
        for (; !in.skip(']'); count++) {
            boolean expected = count < values.length && (count == 0 || in.skip(','));
            Object value = expected ? in.value() : PlainJson.OTHER;
            if (value == PlainJson.OTHER) {
                return null;
            }
            values[count] = value;
        }
        RpcMethod method = best(methods, values, count);
        return method == null ? null : bound(method, values);
    }

    private static int mostParameters(List<RpcMethod> methods) {
        int most = 0;
        for (RpcMethod method : methods) {
            most = Math.max(most, method.parameters().size());
        }
        return most;
    }

    private static Bound bound(RpcMethod method, Object[] values) {
        Object[] arguments = method.newArguments();
        for (RpcParameter parameter : method.parameters()) {
            Object argument = parameter.ofPlain(values[parameter.index()]);
            if (argument == PlainJson.OTHER) {
                return null;
            }
            arguments[parameter.slot()] = argument;
        }
        return new Bound(method, arguments);
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
