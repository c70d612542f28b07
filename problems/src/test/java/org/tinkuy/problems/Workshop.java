package org.tinkuy.problems;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.testing.Callers;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.publisher.Sinks;

/// A small service that writes.
@SpringBootApplication
@Import(Callers.class)
@RestController
class Workshop {

    private final DatabaseClient database;
    private final TransactionalOperator serializable;
    private final TransactionalOperator usual;

    final AtomicInteger serialized = new AtomicInteger();
    volatile Runnable betweenReadingAndWriting = () -> {};

    Workshop(DatabaseClient database, ReactiveTransactionManager transactions) {
        this.database = database;
        this.usual = TransactionalOperator.create(transactions);
        var definition = new DefaultTransactionDefinition();
        definition.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        this.serializable = TransactionalOperator.create(transactions, definition);
    }

    @Bean
    static SecurityWebFilterChain open(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .authorizeExchange(all -> all.anyExchange().permitAll())
                .build();
    }

    record Tool(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable Integer weight,
            @Nullable Map<String, String> labels) {}

    @PostMapping("/tools/{id}/use")
    Mono<Void> use(@PathVariable int id) {
        return Uncancelled.run(update(id).as(usual::transactional));
    }

    @PostMapping("/tools/{id}/count")
    Mono<Void> count(@PathVariable int id) {
        return Uncancelled.run(
                database.sql("select used from tools where id = :id")
                        .bind("id", id)
                        .mapValue(Integer.class)
                        .one()
                        .doOnNext(_ -> {
                            serialized.incrementAndGet();
                            betweenReadingAndWriting.run();
                        })
                        .then(update(id))
                        .as(serializable::transactional));
    }

    private Mono<Void> update(int id) {
        return database.sql("update tools set used = used + 1 where id = :id")
                .bind("id", id)
                .then();
    }

    final AtomicInteger added = new AtomicInteger();

    @PostMapping("/tools")
    Mono<Map<String, Object>> add(@RequestBody Tool tool) {
        added.incrementAndGet();
        return Mono.just(
                Map.of(
                        "name",
                        String.valueOf(tool.name()),
                        "weight",
                        String.valueOf(tool.weight())));
    }

    @LargeBody(megabytes = 1)
    record Tools(List<Tool> all) {}

    @PostMapping("/tools/all")
    Mono<Map<String, Object>> addAll(@RequestBody Mono<Tools> tools) {
        return tools.map(given -> Map.of("added", given.all().size()));
    }

    @PostMapping("/tools/{id}/break")
    Mono<Void> violate(@PathVariable int id) {
        return Uncancelled.run(
                database.sql("insert into tools (id) values (:id)").bind("id", id).then());
    }

    @GetMapping("/workshops/{id}")
    Mono<String> workshop(@PathVariable UUID id) {
        return Mono.just(id.toString());
    }

    @GetMapping(path = "/tools/list", produces = MediaType.APPLICATION_YAML_VALUE)
    ResponseEntity<String> list() {
        return ResponseEntity.ok("- hammer");
    }

    volatile Sinks.One<String> gate = Sinks.one();
    final List<SignalType> ends = new CopyOnWriteArrayList<>();

    @GetMapping("/tools/waited-for")
    Mono<String> waitedFor() {
        return gate.asMono().doFinally(ends::add);
    }

    @GetMapping("/tools/all-waited-for")
    Flux<String> allWaitedFor() {
        return gate.asMono().repeat(2).doFinally(ends::add);
    }

    @GetMapping("/tools")
    Mono<Void> find(@RequestParam int weight) {
        return Mono.error(new Heavy(weight));
    }

    static final class Heavy extends Refusal {

        private final int weight;

        Heavy(int weight) {
            super(Because.CONFLICT, "session-ended", "Nobody can lift it.");
            this.weight = weight;
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("weight", weight);
        }
    }
}
