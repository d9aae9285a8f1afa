using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing.AtRest;
using MashBroker.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace MashBroker.Adapters.Inbox;

/// <summary>
/// What the adapter must not forget: letters received, work to do, letters to send, messages refused. Each method is one
/// transaction; when it returns, the disk has it, except where it says otherwise.
/// </summary>
internal sealed partial class InboxStore : IDisposable
{
    // A refused message may be of any size; its beginning is evidence enough of a flood.
    private const int LongestRefusalKept = 2 * LetterJson.SizeLimit;

    private readonly SqliteConnection _connection;
    private readonly SemaphoreSlim _one = new(1);
    private readonly TimeProvider _clock;

    private readonly ContentVault _vault;

    public InboxStore(IOptions<AdapterOptions> options, TimeProvider clock)
    {
        _clock = clock;
        var inbox = Path.GetFullPath(options.Value.InboxFile);
        var files = new VaultFiles(
            Path.ChangeExtension(inbox, ".keys.db"),
            options.Value.InboxKeyFile ?? Path.ChangeExtension(inbox, ".key")
        );
        _vault = ContentVault.Open(files, clock, makeWrappingKey: true);
        try
        {
            _connection = InboxFile.Open(inbox);
            InboxFile.RefuseLostKeys(_connection, _vault, files);
            DestroyAgain();
        }
        catch
        {
            _connection?.Dispose();
            _vault.Dispose();
            throw;
        }
    }

    /// <summary>A small write, to prove that the file takes one.</summary>
    public Task ProbeAsync(CancellationToken cancellation) =>
        InOneAsync(
            transaction =>
                _connection.Execute("update work set done_at = done_at where 1 = 0", transaction: transaction),
            cancellation
        );

    public void Dispose()
    {
        _connection.Dispose();
        _vault.Dispose();
        _one.Dispose();
    }

    private void Insert(ReceivedLetter received, bool withContent, SqliteTransaction transaction)
    {
        const string Sql = """
            insert into received
                (id, digest, signer, lane, type, enquiry, request, received_at, content, evidence)
            values
                (@id, @digest, @signer, @lane, @type, @enquiry, @request, @now, @content, @evidence)
            """;
        var head = received.Letter.Head;
        // Receipts and instructions hold no person: their ids are all that is worth keeping.
        var keep = withContent && head.Type is LetterType.Request or LetterType.Amendment;
        var key = keep ? KeyFor(head.Enquiry!, transaction) : default;
        _connection.Execute(
            Sql,
            new
            {
                id = head.Id.ToString(),
                digest = received.Digest,
                signer = received.Signer,
                lane = received.Lane,
                type = head.Type.ToString(),
                enquiry = head.Enquiry?.ToString(),
                request = head.Request?.ToString(),
                now = Now(),
                content = keep
                    ? _vault.Protect(key, ContentOf(head.Id.ToString()), LetterJson.Write(received.Letter))
                    : null,
                evidence = keep ? _vault.Protect(key, EvidenceOf(head.Id.ToString()), received.Evidence) : null,
            },
            transaction
        );
    }

    // All that is kept of an enquiry has one key, which a purge destroys.
    private KeyId KeyFor(EnquiryReference enquiry, SqliteTransaction transaction)
    {
        const string Find = "select key_id from family where enquiry = @enquiry";
        const string Add = "insert into family (enquiry, key_id) values (@enquiry, @key)";
        var parameters = new { enquiry = enquiry.ToString() };
        if (_connection.ExecuteScalar<string?>(Find, parameters, transaction) is { } known)
        {
            return KeyOf(known);
        }

        var key = _vault.TakeNew();
        _connection.Execute(Add, new { parameters.enquiry, key = key.ToString() }, transaction);
        return key;
    }

    private void Insert(OutgoingLetter letter, SqliteTransaction transaction)
    {
        const string Sql = """
            insert into outgoing
                (id, type, in_reply_to, enquiry, request, part, rating, digest, body, expires_at)
            values
                (@id, @type, @inReplyTo, @enquiry, @request, @part, @rating, @digest, @body, @expiresAt)
            """;
        _connection.Execute(
            Sql,
            new
            {
                id = letter.Id.ToString(),
                type = letter.Type.ToString(),
                inReplyTo = letter.InReplyTo.ToString(),
                enquiry = letter.Enquiry?.ToString(),
                request = letter.Request?.ToString(),
                part = letter.Part,
                rating = (int)letter.Rating,
                digest = letter.Digest,
                body = letter.Body,
                expiresAt = Text(letter.ExpiresAt),
            },
            transaction
        );
    }

    private void Insert(
        string letter,
        IReadOnlyList<Unlooked> unlooked,
        int tries,
        DateTimeOffset at,
        SqliteTransaction transaction
    )
    {
        const string Sql = """
            insert into look_again (letter, part, final, subjects, not_looked, tries, at)
            values (@letter, @Part, @Final, @subjects, @notLooked, @tries, @at)
            """;
        foreach (var part in unlooked)
        {
            _connection.Execute(
                Sql,
                new
                {
                    letter,
                    part.Part,
                    part.Final,
                    subjects = string.Join(' ', part.Subjects),
                    notLooked = string.Join(' ', part.NotLooked),
                    tries,
                    at = Text(at),
                },
                transaction
            );
        }
    }

    private void Insert(Refusal refusal, SqliteTransaction transaction)
    {
        // The same refused bytes again tell operations nothing new.
        const string Sql = """
            insert into quarantine (at, lane, fault, signer, digest, detail, body)
            values (@now, @lane, @fault, @signer, @digest, @detail, @body)
            on conflict (digest) do nothing
            """;
        var kept = refusal.Body.Span[..Math.Min(refusal.Body.Length, LongestRefusalKept)];
        var digest = Convert.ToHexStringLower(SHA256.HashData(refusal.Body.Span));
        _connection.Execute(
            Sql,
            new
            {
                now = Now(),
                lane = refusal.Lane,
                fault = refusal.Fault,
                signer = refusal.Signer,
                digest,
                detail = refusal.Detail,
                body = _vault.Protect(_vault.OfDay(_clock.GetUtcNow()), new Cell("quarantine", "body", digest), kept),
            },
            transaction
        );
    }

    // One statement sees one state; a transaction around it would only be one more lock on the file.
    private async Task<T> ReadAsync<T>(Func<T> read, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            return read();
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<T> InOneAsync<T>(Func<SqliteTransaction, T> change, CancellationToken cancellation)
    {
        // SQLite has one writer; waiting for our own turn here costs less than finding the file busy.
        await _one.WaitAsync(cancellation);
        try
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            var result = change(transaction);
            transaction.Commit();
            return result;
        }
        finally
        {
            _one.Release();
        }
    }

    private string Now() => Text(_clock.GetUtcNow());

    // Fixed width, so that the order of the texts is that of the instants.
    private static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

    private static MessageId Id(string text) =>
        MessageId.TryParse(text, out var id) ? id : throw new FormatException("The inbox holds an id that is none.");

    private static KeyId KeyOf(string text) =>
        KeyId.TryParse(text, out var id) ? id : throw new FormatException("The inbox holds a key's id that is none.");

    private static Cell ContentOf(string letter) => new("received", "content", letter);

    private static Cell EvidenceOf(string letter) => new("received", "evidence", letter);

    private static Letter Read(ContentVault vault, string letter, byte[] kept) =>
        LetterJson.Read(vault.Open(ContentOf(letter), kept)).Letter
        ?? throw new FormatException("The inbox holds a letter that cannot be read.");

    private sealed class UnsentRow
    {
        public required string Id { get; init; }

        public required string Type { get; init; }

        public required byte[] Body { get; init; }
    }

    private class WorkRow
    {
        public required string Letter { get; init; }

        public required long Rating { get; init; }

        public required string DueAt { get; init; }

        public required string Digest { get; init; }

        public required byte[] Content { get; init; }

        public required string RequestLetter { get; init; }

        public required byte[] RequestContent { get; init; }

        public required long PartsStored { get; init; }

        public required long NextPart { get; init; }

        public Work ToWork(ContentVault vault) =>
            new(
                Read(vault, Letter, Content),
                Digest,
                Read(vault, RequestLetter, RequestContent),
                (Rating)Rating,
                Instant(DueAt),
                (int)PartsStored,
                (int)NextPart
            );
    }

    private sealed class AgainRow : WorkRow
    {
        public required long Part { get; init; }

        public required long Final { get; init; }

        public required string Subjects { get; init; }

        public required string NotLooked { get; init; }

        public required long Tries { get; init; }

        public LookAgain ToLookAgain(ContentVault vault) =>
            new(
                ToWork(vault),
                new Unlooked((int)Part, Final != 0, Subjects.Split(' '), NotLooked.Split(' ')),
                (int)Tries
            );
    }
}

/// <summary>A sealed letter that the transport has not confirmed since it was last to be sent.</summary>
internal sealed record UnsentLetter(MessageId Id, LetterType Type, byte[] Body);
