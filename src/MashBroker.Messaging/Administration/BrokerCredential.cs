using System.Security.Cryptography;
using System.Text;

namespace MashBroker.Messaging.Administration;

/// <summary>What a party logs in to the broker with.</summary>
public sealed class BrokerCredential
{
    private const int SaltBytes = 4; // RabbitMQ's password hash format: salt, then SHA-256 of salt and password.

    private readonly string? _password;

    private BrokerCredential(string? password) => _password = password;

    /// <summary>A client certificate whose common name is the user; no password at all.</summary>
    public static BrokerCredential Certificate { get; } = new(null);

    /// <summary>Not known here: whatever the broker has is taken for right, and no user can be made.</summary>
    public static BrokerCredential Unknown { get; } = new(null);

    public bool IsCertificate => ReferenceEquals(this, Certificate);

    /// <exception cref="ArgumentException">It is empty.</exception>
    public static BrokerCredential Password(string password) =>
        password.Length > 0
            ? new BrokerCredential(password)
            : throw new ArgumentException("A password cannot be empty.", nameof(password));

    /// <summary>Salted anew each time; empty for a certificate, which RabbitMQ takes as "no password will do".</summary>
    /// <exception cref="InvalidOperationException">It is not known.</exception>
    public string Hash()
    {
        if (ReferenceEquals(this, Unknown))
        {
            throw new InvalidOperationException("A user is made with a password or for a certificate.");
        }

        if (_password is null)
        {
            return "";
        }

        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return Convert.ToBase64String([.. salt, .. Digest(salt, _password)]);
    }

    /// <summary>Whether a hash that the broker keeps was made of this.</summary>
    public bool Fits(string hash) =>
        ReferenceEquals(this, Unknown) || (_password is null ? hash.Length == 0 : Fits(hash, _password));

    /// <summary>Whether a hash that the broker keeps was made of a password.</summary>
    public static bool Fits(string hash, string password)
    {
        var bytes = new byte[SaltBytes + SHA256.HashSizeInBytes];
        return Convert.TryFromBase64String(hash, bytes, out var length)
            && length == bytes.Length
            && CryptographicOperations.FixedTimeEquals(
                bytes.AsSpan(SaltBytes),
                Digest(bytes.AsSpan(0, SaltBytes), password)
            );
    }

    private static byte[] Digest(ReadOnlySpan<byte> salt, string password) =>
        SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(password)]);
}
