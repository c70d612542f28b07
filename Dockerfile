# The image of one service, from the jars that `mvn -DskipTests package` left:
#   docker build --build-arg SERVICE=gateway -t tinkuy/gateway .
# docker-compose.yml builds all five; docs/deployment.md tells how to run them.
ARG JAVA=eclipse-temurin:25-jre

# Starts everything once, with a PostgreSQL and a Kafka of its own, so that each service finds its
# classes loaded and linked (JDK 25's ahead-of-time cache). The same stage serves all five images.
FROM ${JAVA} AS trained
RUN groupadd --gid 10001 tinkuy && useradd --uid 10001 --gid tinkuy --create-home --shell /usr/sbin/nologin tinkuy \
 && mkdir /opt/tinkuy && chown tinkuy:tinkuy /opt/tinkuy
USER tinkuy
WORKDIR /opt/tinkuy
RUN for part in registration-service session-service notification-service site gateway; do mkdir -p $part/target; done \
 && mkdir -p quickstart/target/lib docker
COPY --chown=tinkuy:tinkuy quickstart/target/lib/ quickstart/target/lib/
COPY --chown=tinkuy:tinkuy quickstart/target/quickstart-*.jar quickstart/target/
COPY --chown=tinkuy:tinkuy registration-service/target/registration-service-*.jar registration-service/target/
COPY --chown=tinkuy:tinkuy session-service/target/session-service-*.jar session-service/target/
COPY --chown=tinkuy:tinkuy notification-service/target/notification-service-*.jar notification-service/target/
COPY --chown=tinkuy:tinkuy site/target/site-*.jar site/target/
COPY --chown=tinkuy:tinkuy gateway/target/gateway-*.jar gateway/target/
COPY --chown=tinkuy:tinkuy docker/train docker/
RUN sh docker/train

# The quickstart's inbox, for where Mailpit is not to be had: docker-compose.inbox.yml.
FROM ${JAVA} AS inbox
RUN groupadd --gid 10001 tinkuy && useradd --uid 10001 --gid tinkuy --no-create-home --shell /usr/sbin/nologin tinkuy \
 && mkdir /data && chown tinkuy:tinkuy /data
COPY quickstart/target/lib/ /opt/tinkuy/lib/
COPY quickstart/target/quickstart-*.jar /opt/tinkuy/
COPY docker/healthy /usr/local/bin/
USER tinkuy
EXPOSE 1025 8025
VOLUME /data
ENTRYPOINT ["java", "-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "/opt/tinkuy/*", "org.tinkuy.quickstart.inbox.Inbox", "/data"]

FROM ${JAVA} AS service
RUN groupadd --gid 10001 tinkuy && useradd --uid 10001 --gid tinkuy --no-create-home --shell /usr/sbin/nologin tinkuy
COPY docker/healthy docker/operate /usr/local/bin/
ARG SERVICE
# What changes seldom lies below: libraries, our own, the service with its cache.
COPY --from=trained /opt/tinkuy/layers/${SERVICE}/libraries/ /
COPY --from=trained /opt/tinkuy/layers/${SERVICE}/own/ /
COPY --from=trained /opt/tinkuy/layers/${SERVICE}/service/ /
USER tinkuy
WORKDIR /opt/tinkuy
ENTRYPOINT ["java", "@/opt/tinkuy/service.args"]
