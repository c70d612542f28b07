package org.tinkuy.quickstart.inbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// The shapes of Mailpit's API v1 (<https://mailpit.axllent.org/docs/api-v1/>), so that a test
/// reads either inbox.
final class Mailpit {

    private Mailpit() {}

    /// @param total in the mailbox
    /// @param messagesCount that match the query
    @JsonNaming(SnakeCaseStrategy.class)
    record Page(
            int total,
            int unread,
            int count,
            int messagesCount,
            int messagesUnread,
            int start,
            List<String> tags,
            List<Summary> messages) {}

    @JsonNaming(UpperCamelCaseStrategy.class)
    record Address(String name, String address) {}

    /// @param snippet up to 250 characters of the text
    @JsonNaming(UpperCamelCaseStrategy.class)
    record Summary(
            @JsonProperty("ID") String id,
            @JsonProperty("MessageID") String messageId,
            boolean read,
            @Nullable Address from,
            List<Address> to,
            List<Address> cc,
            List<Address> bcc,
            List<Address> replyTo,
            String subject,
            Instant created,
            String username,
            List<String> tags,
            long size,
            int attachments,
            String snippet) {

        Summary withRead(boolean isRead) {
            return new Summary(
                    id,
                    messageId,
                    isRead,
                    from,
                    to,
                    cc,
                    bcc,
                    replyTo,
                    subject,
                    created,
                    username,
                    tags,
                    size,
                    attachments,
                    snippet);
        }
    }

    @JsonNaming(UpperCamelCaseStrategy.class)
    record Message(
            @JsonProperty("ID") String id,
            @JsonProperty("MessageID") String messageId,
            @Nullable Address from,
            List<Address> to,
            List<Address> cc,
            List<Address> bcc,
            List<Address> replyTo,
            String returnPath,
            String subject,
            ListUnsubscribe listUnsubscribe,
            Instant date,
            List<String> tags,
            String username,
            String text,
            @JsonProperty("HTML") String html,
            long size,
            List<Attachment> inline,
            List<Attachment> attachments) {}

    @JsonNaming(UpperCamelCaseStrategy.class)
    record ListUnsubscribe(String header, List<String> links, String errors, String headerPost) {}

    @JsonNaming(UpperCamelCaseStrategy.class)
    record Attachment(
            @JsonProperty("PartID") String partId,
            String fileName,
            String contentType,
            @JsonProperty("ContentID") String contentId,
            long size,
            Checksums checksums) {}

    record Checksums(
            @JsonProperty("MD5") String md5,
            @JsonProperty("SHA1") String sha1,
            @JsonProperty("SHA256") String sha256) {}
}
