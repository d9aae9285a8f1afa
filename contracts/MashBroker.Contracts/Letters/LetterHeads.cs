using System.Security.Cryptography;

namespace MashBroker.Contracts.Letters;

/// <summary>Makes heads with what every new message needs afresh: type and version of its body, an id, a salt.</summary>
public static class LetterHeads
{
    private const int SaltBytes = 16;

    /// <summary>What depends on the enquiry (reference, request, due time, what is answered) is added with <c>with</c>.</summary>
    public static LetterHead New(
        LetterBody body,
        string profile,
        string hub,
        string sender,
        string recipient,
        Rating rating,
        string purpose,
        DateTimeOffset issuedAt,
        DateTimeOffset expiresAt
    )
    {
        var form = LetterTypes.Of(body);
        return new LetterHead
        {
            Type = form.Type,
            Version = form.Version,
            Id = MessageId.New(),
            Profile = profile,
            Hub = hub,
            Sender = sender,
            Recipient = recipient,
            Rating = rating,
            Purpose = purpose,
            IssuedAt = issuedAt,
            ExpiresAt = expiresAt,
            Salt = NewSalt(),
        };
    }

    public static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));
}
