using System.Text;
using MashBroker.Sealing.AtRest;
using NUnit.Framework;

namespace MashBroker.Tests.AtRest;

internal sealed class ContentKeyTests
{
    private static readonly Cell Cell = new("contacts", "content", "SAMPLE-C-2026-000001");
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("Quillfeather, 3 Sample Row");
    private ContentKey _key = null!;

    [SetUp]
    public void MakeKey() => _key = new ContentKey(KeyId.New(), ContentKey.NewBytes());

    [TearDown]
    public void Drop() => _key.Dispose();

    [Test]
    public void Gives_back_what_was_protected([Values(0, 1, 15, 16, 17, 100_000)] int length)
    {
        var content = Enumerable.Range(0, length).Select(each => (byte)each).ToArray();
        Assert.That(_key.TryOpen(Cell, _key.Protect(Cell, content), out var opened));
        Assert.That(opened, Is.EqualTo(content));
    }

    [Test]
    public void The_same_content_twice_is_kept_differently()
    {
        var first = _key.Protect(Cell, Content);
        Assert.That(_key.Protect(Cell, Content), Is.Not.EqualTo(first));
    }

    [Test]
    public void Nothing_of_the_content_shows() =>
        Assert.That(Encoding.Latin1.GetString(_key.Protect(Cell, Content)), Does.Not.Contain("Quill"));

    [TestCase("enquiries", "content", "SAMPLE-C-2026-000001")]
    [TestCase("contacts", "triage", "SAMPLE-C-2026-000001")]
    [TestCase("contacts", "content", "SAMPLE-C-2026-000002")]
    public void What_is_moved_to_another_table_column_or_row_does_not_open(string table, string column, string row)
    {
        var kept = _key.Protect(Cell, Content);
        Assert.That(_key.TryOpen(new Cell(table, column, row), kept, out var opened), Is.False);
        Assert.That(opened, Is.Empty);
    }

    [Test]
    public void Another_key_of_the_same_id_does_not_open_it()
    {
        using var other = new ContentKey(_key.Id, ContentKey.NewBytes());
        Assert.That(other.TryOpen(Cell, _key.Protect(Cell, Content), out _), Is.False);
    }

    [Test]
    public void Every_flipped_bit_is_refused()
    {
        var kept = _key.Protect(Cell, Content);
        for (var bit = 0; bit < kept.Length * 8; bit++)
        {
            kept[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(_key.TryOpen(Cell, kept, out _), Is.False, $"bit {bit}");
            kept[bit / 8] ^= (byte)(1 << (bit % 8));
        }
        Assert.That(_key.TryOpen(Cell, kept, out _), "otherwise the test proves nothing");
    }

    [Test]
    public void Every_shorter_length_and_a_longer_one_are_refused()
    {
        var kept = _key.Protect(Cell, Content);
        for (var length = 0; length < kept.Length; length++)
        {
            Assert.That(_key.TryOpen(Cell, kept.AsSpan(0, length), out _), Is.False, $"length {length}");
        }
        Assert.That(_key.TryOpen(Cell, [.. kept, 0], out _), Is.False);
    }

    [Test]
    public void An_id_is_read_as_it_is_written()
    {
        var id = KeyId.New();
        Assert.That(KeyId.TryParse(id.ToString(), out var read));
        Assert.That(read, Is.EqualTo(id));
        Assert.That(KeyId.TryParse(id.ToString()[1..], out _), Is.False);
        Assert.That(KeyId.TryParse(null, out _), Is.False);
    }
}
