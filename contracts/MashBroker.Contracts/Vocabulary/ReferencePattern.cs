using System.Text.RegularExpressions;

namespace MashBroker.Contracts;

internal static partial class ReferencePattern
{
    [GeneratedRegex(@"\A[A-Z][A-Z0-9-]{1,38}-[0-9]{4}-[0-9]{6,9}\z", RegexOptions.CultureInvariant)]
    public static partial Regex Enquiry();
}
