using System.Text;

namespace MashBroker.Sealing.AtRest;

/// <summary>
/// The place in a database that content belongs to. It is authenticated with the content: what is moved to another row,
/// column or table does not open there.
/// </summary>
/// <param name="Row">The row's primary key as text; several columns joined by a blank.</param>
public readonly record struct Cell(string Table, string Column, string Row)
{
    internal byte[] Identity() => Encoding.UTF8.GetBytes($"{Table}\n{Column}\n{Row}");

    /// <summary>Table and column: what an error may name.</summary>
    public override string ToString() => $"{Table}.{Column}";
}
