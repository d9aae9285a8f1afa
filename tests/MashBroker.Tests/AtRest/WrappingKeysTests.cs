using System.Runtime.Versioning;
using MashBroker.Sealing;
using MashBroker.Sealing.AtRest;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.AtRest;

internal sealed class WrappingKeysTests
{
    private TemporaryFolder _folder = null!;

    private string KeyFile => _folder.File("hub.key");

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void A_key_wrapped_by_one_generation_unwraps_after_the_next_was_added()
    {
        WrappingKeys.Make(KeyFile);
        var (id, key) = (KeyId.New(), ContentKey.NewBytes());
        using var before = WrappingKeys.Load(KeyFile);
        var wrapped = before.Wrap(id, key);
        var second = WrappingKeys.AddGeneration(KeyFile);
        using var after = WrappingKeys.Load(KeyFile);

        Assert.That(after.TryUnwrap(before.Newest, id, wrapped, out var unwrapped));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(unwrapped, Is.EqualTo(key));
            Assert.That(after.Newest, Is.EqualTo(second).And.StartsWith("2-"));
            Assert.That(after.TryUnwrap(second, id, wrapped, out _), Is.False, "the wrong generation");
            Assert.That(after.TryUnwrap(before.Newest, KeyId.New(), wrapped, out _), Is.False, "another key's id");
        }
    }

    [Test]
    public void Only_the_newest_generation_stays_when_the_others_go()
    {
        WrappingKeys.Make(KeyFile);
        WrappingKeys.AddGeneration(KeyFile);
        var newest = WrappingKeys.AddGeneration(KeyFile);
        WrappingKeys.RemoveAllButNewest(KeyFile);
        using var keys = WrappingKeys.Load(KeyFile);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(keys.Generations, Is.EqualTo([newest]));
            Assert.That(OwnerOnlyFile.IsPrivate(KeyFile));
            Assert.That(WrappingKeys.AddGeneration(KeyFile), Does.StartWith("4-"), "a number is never used again");
        }
    }

    [Test]
    public void A_line_that_a_power_cut_left_unfinished_is_none_and_the_next_generation_takes_its_place()
    {
        WrappingKeys.Make(KeyFile);
        File.AppendAllText(KeyFile, "2-12345678 AAAAAAAA");
        using (var keys = WrappingKeys.Load(KeyFile))
        {
            Assert.That(keys.Newest, Does.StartWith("1-"));
        }
        WrappingKeys.AddGeneration(KeyFile);
        using var after = WrappingKeys.Load(KeyFile);
        Assert.That(after.Generations, Has.Count.EqualTo(2));
    }

    [Test, UnsupportedOSPlatform("windows")]
    public void A_file_that_others_can_read_stops_the_start([Values] bool group)
    {
        WrappingKeys.Make(KeyFile);
        File.SetUnixFileMode(
            KeyFile,
            UnixFileMode.UserRead | (group ? UnixFileMode.GroupRead : UnixFileMode.OtherRead)
        );
        AssertRefused("can be used by group or others", "chmod 600");
    }

    [Test]
    public void A_missing_file_stops_the_start() => AssertRefused("is not there", "Bring it back");

    [TestCase("")]
    [TestCase("# nothing but a comment\n")]
    public void A_file_without_a_generation_stops_the_start(string text)
    {
        Write(text);
        AssertRefused("holds no generation", "Bring the file back");
    }

    [Test]
    public void A_changed_key_stops_the_start()
    {
        WrappingKeys.Make(KeyFile);
        var lines = File.ReadAllLines(KeyFile);
        var key = lines[^1].ToCharArray();
        key[^10] = key[^10] == 'A' ? 'B' : 'A';
        Write(string.Join('\n', [.. lines[..^1], new string(key), ""]));
        AssertRefused("line 3", "Bring the file back");
    }

    [TestCase("1-00000000")]
    [TestCase("1-00000000 AAAA")]
    [TestCase("no generation at all")]
    [TestCase("99999999999999-00000000 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void A_line_that_is_no_generation_stops_the_start(string line)
    {
        Write($"{line}\n");
        AssertRefused("line 1", "Bring the file back");
    }

    [Test]
    public void It_is_made_once()
    {
        WrappingKeys.Make(KeyFile);
        Assert.That(() => WrappingKeys.Make(KeyFile), Throws.InstanceOf<IOException>());
        Assert.That(OwnerOnlyFile.IsPrivate(KeyFile));
    }

    private void Write(string text)
    {
        File.Delete(KeyFile);
        using var stream = OwnerOnlyFile.Create(KeyFile);
        stream.Write(System.Text.Encoding.ASCII.GetBytes(text));
    }

    private void AssertRefused(string fault, string remedy) =>
        Assert.That(
            () => WrappingKeys.Load(KeyFile),
            Throws
                .TypeOf<KeyFolderException>()
                .With.Message.Contains(fault)
                .And.Message.Contains(remedy)
                .And.Message.Contains(KeyFile)
        );
}
