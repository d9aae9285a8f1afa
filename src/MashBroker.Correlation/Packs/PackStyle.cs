using System.Security.Cryptography;
using System.Text;

namespace MashBroker.Correlation.Packs;

/// <summary>The page's only style, with the hash by which a content security policy allows it and nothing else.</summary>
internal static class PackStyle
{
    public const string Css = """
        body{font:1rem/1.5 Arial,Helvetica,sans-serif;overflow-wrap:anywhere;color:#0b0c0c;background:#fff;margin:0 auto;max-width:70rem;padding:1rem}
        h1{font-size:1.75rem;margin:.5rem 0}h2{font-size:1.375rem;margin:2rem 0 .5rem;border-top:2px solid #0b0c0c;padding-top:.75rem}
        h3{font-size:1.125rem;margin:1.5rem 0 .25rem}h4{font-size:1rem;margin:1rem 0 .25rem}
        .gaps{border:3px solid #0b0c0c;padding:.75rem;margin:0 0 1rem;font-weight:bold}
        .rating,.standing{border:2px solid #0b0c0c;padding:0 .4rem;font-weight:bold;display:inline-block}
        .rating-red{background:#f4cdc6}.rating-amber{background:#fff2d3}.rating-green{background:#cce2d8}
        .mark{font-weight:bold;text-decoration:underline}
        .words{white-space:pre-line;unicode-bidi:isolate}
        .note{color:#383f43}
        dl{margin:0}dt{font-weight:bold}dd{margin:0 0 .5rem}
        table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}
        caption{text-align:left;font-weight:bold;padding:.25rem 0}
        th,td{border:1px solid #505a5f;padding:.35rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
        thead th{background:#f3f2f1}tbody th{font-weight:normal}
        .superseded{border-left:4px solid #505a5f;padding-left:.75rem}
        @media screen and (max-width:45rem){
        thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        table,caption,tbody,tr,th,td{display:block}
        tr{border:1px solid #505a5f;margin:0 0 .75rem}
        tbody th,tbody td{border:0;padding:.2rem .5rem}
        tbody th::before,tbody td::before{content:attr(data-label) ": ";font-weight:bold}
        }
        @media print{body{max-width:none;padding:0;font-size:10pt}tr,.gaps{break-inside:avoid}h2,h3,h4{break-after:avoid}thead{display:table-header-group}}
        """;

    public static string Hash { get; } =
        $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}";
}
