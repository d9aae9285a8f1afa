namespace MashBroker.Contracts.Contacts;

/// <summary>How long a text of a contact may be, in characters, and whether it may have lines.</summary>
internal sealed record TextLimit(int Characters, bool HasLines = false)
{
    public static readonly TextLimit Name = new(200);
    public static readonly TextLimit Line = new(200);
    public static readonly TextLimit Code = new(40);
    public static readonly TextLimit Telephone = new(50);
    public static readonly TextLimit Email = new(254);
    public static readonly TextLimit Identifier = new(60);
    public static readonly TextLimit Statement = new(1000);
    public static readonly TextLimit Narrative = new(20_000, HasLines: true);
}
