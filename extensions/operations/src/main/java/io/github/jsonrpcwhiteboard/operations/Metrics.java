package io.github.jsonrpcwhiteboard.operations;

import java.util.concurrent.TimeUnit;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

import io.github.jsonrpcwhiteboard.runtime.JsonRpcServiceRuntime;
import io.github.jsonrpcwhiteboard.runtime.dto.DurationCountDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.EndpointDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.ErrorCountDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.MethodDTO;
import io.github.jsonrpcwhiteboard.runtime.dto.RuntimeDTO;

/** The counts as metrics, made of the state when somebody asks: nothing is counted twice. */
final class Metrics implements MultiCollector {

    private static final double MILLIS = TimeUnit.SECONDS.toMillis(1);

    private final JsonRpcServiceRuntime runtime;

    Metrics(JsonRpcServiceRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public MetricSnapshots collect() {
        RuntimeDTO state = runtime.getRuntimeDTO();
        CounterSnapshot.Builder calls = CounterSnapshot.builder().name("jsonrpc_calls")
                .help("Calls that have been answered, errors included.");
        CounterSnapshot.Builder errors = CounterSnapshot.builder().name("jsonrpc_errors")
                .help("Calls that have been answered with an error.");
        HistogramSnapshot.Builder durations = HistogramSnapshot.builder().name("jsonrpc_call_duration_seconds")
                .help("From the arguments of a call to its answer.");
        GaugeSnapshot.Builder inProgress = GaugeSnapshot.builder().name("jsonrpc_calls_in_progress")
                .help("Requests in progress.");
        GaugeSnapshot.Builder waiting = GaugeSnapshot.builder().name("jsonrpc_calls_waiting")
                .help("Requests that wait for a later result without a thread.");
        GaugeSnapshot.Builder overdue = GaugeSnapshot.builder().name("jsonrpc_calls_overdue")
                .help("Calls that are over time and do not come back.");
        for (EndpointDTO endpoint : state.endpoints) {
            Labels path = Labels.of("path", endpoint.path);
            inProgress.dataPoint(gauge(path, endpoint.callsInProgress));
            waiting.dataPoint(gauge(path, endpoint.callsWaiting));
            overdue.dataPoint(gauge(path, endpoint.callsOverdue));
            for (MethodDTO method : Counts.byName(endpoint)) {
                Labels labels = path.add("method", method.name);
                calls.dataPoint(counter(labels, method.calls));
                for (ErrorCountDTO error : method.errors) {
                    errors.dataPoint(counter(labels.add("code", Integer.toString(error.code)), error.count));
                }
                durations.dataPoint(durations(labels, method));
            }
        }
        return MetricSnapshots.of(calls.build(), errors.build(), durations.build(), inProgress.build(),
                waiting.build(), overdue.build(),
                single("jsonrpc_all_calls_in_progress",
                        "Requests in progress, of all services, those that have gone included.", state.callsInProgress),
                single("jsonrpc_all_calls_waiting", "The same for requests that wait.", state.callsWaiting),
                single("jsonrpc_all_calls_overdue", "The same for calls that do not come back.", state.callsOverdue),
                single("jsonrpc_endpoints", "Endpoints that answer.", state.endpoints.length),
                single("jsonrpc_failed_services", "Services whose declaration cannot be used.", state.failed.length));
    }

    private static GaugeSnapshot single(String name, String help, long value) {
        return GaugeSnapshot.builder().name(name).help(help).dataPoint(gauge(Labels.EMPTY, value)).build();
    }

    private static CounterDataPointSnapshot counter(Labels labels, long value) {
        return CounterDataPointSnapshot.builder().labels(labels).value(value).build();
    }

    private static GaugeDataPointSnapshot gauge(Labels labels, long value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }

    private static HistogramDataPointSnapshot durations(Labels labels, MethodDTO method) {
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        for (DurationCountDTO duration : method.histogram) {
            buckets.bucket(duration.upTo == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : duration.upTo / MILLIS,
                    duration.count);
        }
        return HistogramDataPointSnapshot.builder().labels(labels).classicHistogramBuckets(buckets.build())
                .sum(method.totalMillis / MILLIS).build();
    }
}
