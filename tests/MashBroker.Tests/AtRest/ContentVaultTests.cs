using System.Runtime.Versioning;
using System.Text;
using MashBroker.Sealing;
using MashBroker.Sealing.AtRest;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Families;
using MashBroker.Vault;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace MashBroker.Tests.AtRest;

internal sealed class ContentVaultTests
{
    private static readonly SettableClock Clock = new(new DateTimeOffset(2026, 11, 16, 9, 0, 0, TimeSpan.Zero));
    private static readonly Cell Cell = new("contacts", "content", "SAMPLE-C-2026-000001");
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("Quillfeather, 3 Sample Row");

    private TemporaryFolder _folder = null!;
    private ContentVault _vault = null!;

    private VaultFiles Files => new(_folder.File("keys.db"), _folder.File("hub.key"));

    [SetUp]
    public void Make()
    {
        _folder = new TemporaryFolder();
        _vault = ContentVault.Open(Files, Clock, makeWrappingKey: true);
    }

    [TearDown]
    public void Remove()
    {
        _vault.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void What_one_process_protects_another_opens()
    {
        var kept = Protect(out _);
        using var other = ContentVault.Open(Files, Clock);
        Assert.That(other.Open(Cell, kept), Is.EqualTo(Content));
    }

    [Test]
    public async Task What_was_erased_says_so_in_every_process_and_cannot_be_written_again()
    {
        var kept = Protect(out var key);
        using var other = ContentVault.Open(Files, Clock);
        Assert.That(other.Open(Cell, kept), Is.EqualTo(Content), "the other process has the key in memory");

        await _vault.DestroyAsync([key], CancellationToken.None);
        other.Refresh();
        using (Assert.EnterMultipleScope())
        {
            foreach (var vault in new[] { _vault, other })
            {
                Assert.That(
                    () => vault.Open(Cell, kept),
                    Throws.TypeOf<ContentErasedException>().With.Message.Contains("contacts.content")
                );
                Assert.That(vault.OpenUnlessErased(Cell, kept), Is.Null);
                Assert.That(() => vault.Protect(key, Cell, Content), Throws.TypeOf<ContentErasedException>());
            }
        }
    }

    [Test]
    public async Task A_destroyed_key_stands_in_no_file()
    {
        Protect(out var key);
        var wrapped = Wrapped(key);
        Assert.That(Written().Contains(wrapped, StringComparison.Ordinal), "otherwise the test proves nothing");

        await _vault.DestroyAsync([key], CancellationToken.None);
        Assert.That(Written().Contains(wrapped, StringComparison.Ordinal), Is.False);
    }

    [Test]
    public async Task Destroying_one_key_leaves_the_others()
    {
        var kept = Protect(out _);
        Protect(out var key);
        await _vault.DestroyAsync([key], CancellationToken.None);
        Assert.That(_vault.Open(Cell, kept), Is.EqualTo(Content));
    }

    [Test]
    public void A_key_that_is_lost_is_not_taken_for_one_that_was_destroyed()
    {
        var kept = Protect(out var key);
        Change($"delete from keys where id = '{key}'");
        using var other = ContentVault.Open(Files, Clock);
        Assert.That(
            () => other.Open(Cell, kept),
            Throws.TypeOf<VaultException>().With.Message.Contains(key.ToString()).And.Message.Contains("Restore")
        );
    }

    [Test]
    public void A_flipped_bit_is_refused_with_the_table_and_the_key_and_no_content()
    {
        var kept = Protect(out var key);
        kept[^20] ^= 1;
        Assert.That(
            () => _vault.Open(Cell, kept),
            Throws
                .TypeOf<VaultException>()
                .With.Message.Contains("contacts.content")
                .And.Message.Contains(key.ToString())
                .And.Message.Not.Contains("SAMPLE-C-2026-000001")
        );
    }

    [Test]
    public void What_stands_in_the_clear_is_refused() =>
        Assert.That(
            () =>
                _vault.Open(Cell, Encoding.UTF8.GetBytes("""{"people":[{"names":["Quillfeather and some more"]}]}""")),
            Throws.TypeOf<VaultException>().With.Message.Contains("contacts.content").And.Message.Not.Contains("Quill")
        );

    [Test]
    public void The_wrapped_key_of_another_family_does_not_unwrap()
    {
        var kept = Protect(out var key);
        Protect(out var other);
        Change($"update keys set wrapped = (select wrapped from keys where id = '{other}') where id = '{key}'");
        using var vault = ContentVault.Open(Files, Clock);
        Assert.That(
            () => vault.Open(Cell, kept),
            Throws.TypeOf<VaultException>().With.Message.Contains("wrapping").And.Message.Contains(key.ToString())
        );
    }

    [Test]
    public void Another_hubs_key_stops_the_start()
    {
        Protect(out _);
        _vault.Dispose();
        File.Delete(Files.WrappingKey);
        WrappingKeys.Make(Files.WrappingKey);
        Assert.That(
            () => ContentVault.Open(Files, Clock).Dispose(),
            Throws.TypeOf<VaultException>().With.Message.Contains("does not hold")
        );
    }

    [Test]
    public void A_missing_hub_key_stops_the_start_and_none_is_made_where_there_are_keys()
    {
        Protect(out _);
        _vault.Dispose();
        File.Delete(Files.WrappingKey);
        Assert.That(
            () => ContentVault.Open(Files, Clock, makeWrappingKey: true).Dispose(),
            Throws.TypeOf<KeyFolderException>().With.Message.Contains("is not there")
        );
        Assert.That(Files.WrappingKey, Does.Not.Exist);
    }

    [Test, UnsupportedOSPlatform("windows")]
    public void A_file_of_keys_that_others_can_read_stops_the_start()
    {
        _vault.Dispose();
        File.SetUnixFileMode(Files.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Assert.That(
            () => ContentVault.Open(Files, Clock).Dispose(),
            Throws.TypeOf<VaultException>().With.Message.Contains("chmod 600")
        );
    }

    [Test, UnsupportedOSPlatform("windows")]
    public void All_its_files_are_their_owners_alone()
    {
        Protect(out _);
        Assert.That(Directory.GetFiles(_folder.Root), Has.All.Matches<string>(OwnerOnlyFile.IsPrivate));
    }

    [Test]
    public void A_process_that_runs_while_the_hub_key_is_rotated_and_retired_reads_and_writes_on()
    {
        var kept = Protect(out _);
        var hash = _vault.Hash("nhs-number", "9990073214");
        using var late = ContentVault.Open(Files, Clock);
        KeyRotation.Rotate(Files);
        var (generation, keys) = KeyRotation.Rotate(Files);
        var retired = KeyRotation.Retire(Files);

        using (Assert.EnterMultipleScope())
        {
            // Made in advance: the one that is used, the others that wait, and that of the lookups.
            Assert.That(keys, Is.EqualTo(33));
            Assert.That(retired, Is.EqualTo(2));
            Assert.That(late.Open(Cell, kept), Is.EqualTo(Content), "meets generations that it does not know");
            Assert.That(late.Hash("nhs-number", "9990073214"), Is.EqualTo(hash), "lookups outlive a rotation");
            Assert.That(Column("select distinct generation from keys"), Is.EqualTo([generation]));
        }

        // What was made in advance is used up and more is made, by a process that has met no new generation yet.
        for (var more = 0; more < 40; more++)
        {
            _vault.TakeNew();
        }

        Assert.That(Column("select distinct generation from keys"), Is.EqualTo([generation]));
    }

    [Test]
    public void Keys_made_in_advance_and_never_used_are_gone_after_a_stop()
    {
        Protect(out var used);
        _vault.Dispose();
        Assert.That(Column("select id from keys"), Is.EqualTo([used.ToString()]));
    }

    [Test]
    public async Task A_day_has_one_key_in_all_processes_until_it_is_destroyed()
    {
        using var other = ContentVault.Open(Files, Clock);
        var now = Clock.GetUtcNow();
        var key = _vault.OfDay(now);
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        Assert.That(other.OfDay(now), Is.EqualTo(key));
        Assert.That(other.OfDay(now.AddDays(1)), Is.Not.EqualTo(key));
        Assert.That(other.FindOfDay(day), Is.EqualTo(key));

        await _vault.DestroyAsync([key], CancellationToken.None);
        other.Refresh();
        Assert.That(other.FindOfDay(day), Is.Null);
        Assert.That(other.OfDay(now), Is.Not.EqualTo(key));
    }

    [Test]
    public void Equal_values_of_one_kind_have_one_hash_and_no_other_hub_has_it()
    {
        using var folder = new TemporaryFolder();
        using var elsewhere = ContentVault.Open(
            new VaultFiles(folder.File("keys.db"), folder.File("hub.key")),
            Clock,
            makeWrappingKey: true
        );
        using var same = ContentVault.Open(Files, Clock);
        var hash = _vault.Hash("nhs-number", "9990073214");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(same.Hash("nhs-number", "9990073214"), Is.EqualTo(hash));
            Assert.That(same.Hash("uprn", "9990073214"), Is.Not.EqualTo(hash));
            Assert.That(same.Hash("nhs-number", "9990073215"), Is.Not.EqualTo(hash));
            Assert.That(elsewhere.Hash("nhs-number", "9990073214"), Is.Not.EqualTo(hash));
        }
    }

    private byte[] Protect(out KeyId key)
    {
        key = _vault.TakeNew();
        return _vault.Protect(key, Cell, Content);
    }

    private string Wrapped(KeyId key) =>
        Encoding.Latin1.GetString(
            Convert.FromHexString(Column($"select hex(wrapped) from keys where id = '{key}'").Single())
        );

    /// <summary>Everything that stands in the files, logs included.</summary>
    private string Written() =>
        string.Concat(
            Directory
                .GetFiles(_folder.Root)
                .Select(file =>
                {
                    using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                    using var bytes = new MemoryStream();
                    stream.CopyTo(bytes);
                    return Encoding.Latin1.GetString(bytes.ToArray());
                })
        );

    private void Change(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.That(command.ExecuteNonQuery(), Is.EqualTo(1));
    }

    private List<string> Column(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Files.Keys};Pooling=False");
        connection.Open();
        return connection;
    }
}
