using System.Collections;
using System.Text;
using RabbitMQ.Client;

namespace MashBroker.Tests.Messaging;

/// <summary>Everything that stands beside the body of a message at the broker, as text to search.</summary>
internal static class WireText
{
    public static string Of(BasicGetResult message)
    {
        var p = message.BasicProperties;
        return string.Join(
            '\n',
            message.Exchange,
            message.RoutingKey,
            p.AppId,
            p.ContentEncoding,
            p.ContentType,
            p.CorrelationId,
            p.Expiration,
            p.MessageId,
            p.ReplyTo,
            p.Type,
            p.UserId,
            Value(p.Headers)
        );
    }

    private static string Value(object? value) =>
        value switch
        {
            null => "",
            byte[] bytes => Encoding.UTF8.GetString(bytes),
            IDictionary<string, object?> table => string.Join('\n', table.Select(e => $"{e.Key}: {Value(e.Value)}")),
            string text => text,
            IEnumerable list => string.Join(", ", list.Cast<object?>().Select(Value)),
            _ => value.ToString() ?? "",
        };
}
