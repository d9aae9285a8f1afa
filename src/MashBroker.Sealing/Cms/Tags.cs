using System.Formats.Asn1;

namespace MashBroker.Sealing.Cms;

/// <summary>Tags that CMS numbers itself.</summary>
internal static class Tags
{
    public static readonly Asn1Tag Context0 = new(TagClass.ContextSpecific, 0);
    public static readonly Asn1Tag Context1 = new(TagClass.ContextSpecific, 1);
    public static readonly Asn1Tag Context2 = new(TagClass.ContextSpecific, 2);
    public static readonly Asn1Tag Context4 = new(TagClass.ContextSpecific, 4);
}
