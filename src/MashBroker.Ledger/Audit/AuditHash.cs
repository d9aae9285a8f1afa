using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MashBroker.Ledger.Audit;

/// <summary>
/// The hashes of the audit chain, as contracts/audit-chain.md describes them. Two levels: what a row says is digested with its salt,
/// and the chain runs over these digests, so that a part of it can be shown without what others' rows say.
/// </summary>
public static class AuditHash
{
    public const int Size = SHA256.HashSizeInBytes;

    public const int SaltSize = 16;

    private const string EntryLabel = "mash-audit-entry-1";
    private const string LinkLabel = "mash-audit-link-1";

    /// <summary>What stands before the first row.</summary>
    public static byte[] Beginning => new byte[Size];

    /// <summary>The digest of what a row says.</summary>
    public static byte[] OfEntry(AuditEntry entry)
    {
        var fields = new FieldWriter(stackalloc byte[1024]);
        fields.Add(EntryLabel);
        fields.Add(entry.Salt);
        fields.Add(UtcText.Of(entry.At));
        fields.Add(entry.Actor);
        fields.Add(entry.Act.ToString());
        fields.Add(entry.Basis);
        fields.Add(entry.Purpose);
        fields.Add(entry.EnquiryReference?.ToString());
        fields.Add(entry.EnquiryPrevious?.ToString(CultureInfo.InvariantCulture));
        fields.Add(entry.Subject);
        fields.Add(entry.Detail);
        fields.Add(entry.Proof);
        return fields.Hash();
    }

    /// <summary>The hash of a row: of the chain's id, its number, the hash of the row before and the digest of what it says.</summary>
    public static byte[] OfLink(
        ReadOnlySpan<byte> chain,
        long sequence,
        ReadOnlySpan<byte> previous,
        ReadOnlySpan<byte> entry
    )
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, sequence);
        var fields = new FieldWriter(stackalloc byte[256]);
        fields.Add(LinkLabel);
        fields.Add(chain);
        fields.Add(number);
        fields.Add(previous);
        fields.Add(entry);
        return fields.Hash();
    }

    /// <summary>Each field behind its length in four bytes, most significant first; FFFFFFFF and nothing where there is none.</summary>
    private ref struct FieldWriter(Span<byte> space)
    {
        private Span<byte> _space = space;
        private byte[]? _rented;
        private int _length;

        public void Add(string? text)
        {
            if (text is null)
            {
                BinaryPrimitives.WriteUInt32BigEndian(Take(sizeof(uint)), uint.MaxValue);
                return;
            }
            var size = Encoding.UTF8.GetByteCount(text);
            BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), size);
            Encoding.UTF8.GetBytes(text, Take(size));
        }

        public void Add(scoped ReadOnlySpan<byte> bytes)
        {
            BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), bytes.Length);
            bytes.CopyTo(Take(bytes.Length));
        }

        public readonly byte[] Hash()
        {
            var hash = SHA256.HashData(_space[.._length]);
            if (_rented is not null)
            {
                ArrayPool<byte>.Shared.Return(_rented);
            }
            return hash;
        }

        private Span<byte> Take(int size)
        {
            if (_length + size > _space.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(2 * (_length + size));
                _space[.._length].CopyTo(larger);
                if (_rented is not null)
                {
                    ArrayPool<byte>.Shared.Return(_rented);
                }
                _space = _rented = larger;
            }
            var taken = _space.Slice(_length, size);
            _length += size;
            return taken;
        }
    }
}
