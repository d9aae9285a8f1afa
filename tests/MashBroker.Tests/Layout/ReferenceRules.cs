using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using MashBroker.Testing.Families;
using NUnit.Framework;

namespace MashBroker.Tests.Layout;

/// <summary>
/// References point one way: what a reviewer of the rules, of the sealing or of an adapter must read stays small. Held over the
/// project files, which say what may be named, and over what was compiled, which says what is.
/// </summary>
internal sealed class ReferenceRules
{
    private const string Contracts = "MashBroker.Contracts";
    private const string Rules = "MashBroker.Rules";
    private const string Sealing = "MashBroker.Sealing";
    private const string Vault = "MashBroker.Vault";
    private const string Messaging = "MashBroker.Messaging";
    private const string Ledger = "MashBroker.Ledger";
    private const string Sqlite = "MashBroker.Sqlite";
    private const string Hub = "MashBroker.Hub";
    private const string Correlation = "MashBroker.Correlation";
    private const string Web = "MashBroker.Web";
    private const string Cli = "MashBroker.Cli";
    private const string Kit = "MashBroker.Adapters";
    private const string Matching = "MashBroker.Matching";

    private static readonly string[] Agencies =
    [
        "Police",
        "Health",
        "Education",
        "Probation",
        "AdultServices",
        "DomesticAbuse",
    ];

    private static readonly string[] HubCode = [Rules, Ledger, Hub, Correlation, Web, Cli];

    /// <summary>A project not listed here is not part of the plan: put it here, with what it may refer to.</summary>
    private static readonly Dictionary<string, string[]> MayReferTo = new()
    {
        [Contracts] = [],
        [Rules] = [Contracts],
        [Sealing] = [Contracts],
        [Messaging] = [Contracts, Sealing],
        [Sqlite] = [],
        [Vault] = [Sealing],
        [Ledger] = [Contracts, Rules, Sealing, Sqlite, Vault],
        [Hub] = [Messaging, Rules, Ledger],
        [Correlation] = [Messaging, Rules, Ledger],
        [Web] = [Messaging, Rules, Ledger],
        [Cli] = [Hub, Correlation, Web, .. Agencies],
        [Matching] = [Contracts],
        [Kit] = [Contracts, Messaging, Matching, Sqlite, Vault],
        ["Police"] = [Kit],
        ["Health"] = [Kit],
        ["Education"] = [Kit],
        ["Probation"] = [Kit],
        ["AdultServices"] = [Kit],
        ["DomesticAbuse"] = [Kit],
    };

    private static readonly Package[] Packages =
    [
        new("MassTransit", [Messaging]),
        new("RabbitMQ.Client", [Messaging]),
        new("System.Security.Cryptography.Pkcs", [Sealing]),
        new("Dapper", [Ledger, Kit, .. Agencies]),
        new("Microsoft.Data.", [Sqlite, Vault, Ledger, Kit, .. Agencies]),
        new("SQLitePCLRaw", [Sqlite, Vault, Ledger, Kit, .. Agencies]),
        new("Npgsql", [Kit, .. Agencies]),
        new("Serilog", [Cli, Kit]),
    ];

    private static readonly IReadOnlyDictionary<string, string> Projects = new[]
    {
        "src",
        "contracts",
        "agency-adapters",
    }
        .SelectMany(folder =>
            Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories)
        )
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file));

    [Test]
    public void Every_project_is_part_of_the_plan() => Assert.That(Projects.Keys, Is.EquivalentTo(MayReferTo.Keys));

    [TestCaseSource(nameof(Names))]
    public void A_project_refers_only_to_what_it_may(string project) =>
        Assert.That(Named(project, "ProjectReference"), Is.SubsetOf(MayReferTo[project]));

    [TestCaseSource(nameof(Names))]
    public void A_project_names_only_the_packages_it_may(string project) =>
        Assert.That(Named(project, "PackageReference").Where(package => Forbidden(project, package)), Is.Empty);

    [Test]
    public void Contracts_and_matching_need_no_package() =>
        Assert.That(Named(Contracts, "PackageReference").Concat(Named(Matching, "PackageReference")), Is.Empty);

    [Test]
    public void Sealing_is_the_base_library_and_one_package() =>
        Assert.That(Named(Sealing, "PackageReference"), Is.EqualTo(["System.Security.Cryptography.Pkcs"]));

    [TestCaseSource(nameof(Names))]
    public void What_was_compiled_uses_types_of_nothing_else(string project)
    {
        var used = Used(project);
        using (Assert.EnterMultipleScope())
        {
            // Types of a project further down come along with the nearer one; of one further up or beside, never.
            Assert.That(used.Where(MayReferTo.ContainsKey), Is.SubsetOf(Reachable(project)));
            Assert.That(used.Where(assembly => Forbidden(project, assembly)), Is.Empty);
        }
    }

    [TestCaseSource(nameof(Agencies))]
    public void An_adapter_uses_no_hub_code(string agency) =>
        Assert.That(Reachable(agency).Concat(Used(agency)).Intersect(HubCode), Is.Empty);

    [TestCaseSource(nameof(Agencies))]
    public void An_adapter_uses_no_other_adapter(string agency) =>
        Assert.That(Reachable(agency).Intersect(Agencies), Is.EqualTo([agency]));

    [Test]
    public void The_compiled_assemblies_are_read()
    {
        // Without this the tests above could be green because they saw nothing.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Used(Messaging), Does.Contain("MassTransit"));
            Assert.That(Used(Ledger), Does.Contain("Dapper"));
            Assert.That(Used("Police"), Does.Contain(Kit));
        }
    }

    private static string[] Names() => [.. MayReferTo.Keys];

    private static List<string> Named(string project, string kind) =>
        [
            .. XDocument
                .Load(Projects[project])
                .Descendants(kind)
                .Select(element => element.Attribute("Include")!.Value)
                .Select(name =>
                    kind == "ProjectReference" ? Path.GetFileNameWithoutExtension(name.Replace('\\', '/')) : name
                ),
        ];

    private static HashSet<string> Reachable(string project) => [project, .. MayReferTo[project].SelectMany(Reachable)];

    private static bool Forbidden(string project, string name) =>
        Packages.Any(package =>
            name.StartsWith(package.Prefix, StringComparison.Ordinal) && !package.Allowed.Contains(project)
        );

    private static List<string> Used(string project)
    {
        var name = XDocument.Load(Projects[project]).Descendants("AssemblyName").SingleOrDefault()?.Value ?? project;
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{name}.dll"));
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences.Select(handle =>
                metadata.GetString(metadata.GetAssemblyReference(handle).Name)
            ),
        ];
    }

    private sealed record Package(string Prefix, string[] Allowed);
}
