using System.Globalization;
using System.Text.Json.Nodes;

namespace MashBroker.Web.Forms;

/// <summary>
/// Puts the values of a form where they belong in a contact. Rows that nobody filled in leave no holes in its lists, so a path of
/// the contact need not be the form's: which belongs to which is kept, for whatever is said about it.
/// </summary>
internal sealed class FormContact
{
    private readonly Node _root = new();

    /// <param name="path">Of the form, with the number of its row.</param>
    public void Add(FormField field, string path, JsonNode value)
    {
        if (path.IndexOf(':', StringComparison.Ordinal) is var at and > 0)
        {
            var code = path[(at + 1)..];
            var place = Find(path[..at]);
            if (field.Kind is FieldKind.Flag)
            {
                place.Append(new Node { Value = JsonValue.Create(code), Field = path });
                return;
            }

            var number = new Node { Field = path };
            number.Member("scheme").Value = JsonValue.Create(code);
            number.Member("value").Value = value;
            place.Append(number);
            return;
        }

        var node = Find(path);
        (node.Value, node.Field) = (value, path);
    }

    /// <summary>Leaves out what a field of the form says.</summary>
    public void Remove(string path) => _root.Remove(path);

    /// <param name="fields">The form's path for each path of what is written.</param>
    public JsonObject Write(out IReadOnlyDictionary<string, string> fields)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        // The list of concerns must be there, and may be empty: somebody asks for support.
        var kinds = Find("concern.kinds");
        kinds.Field ??= "concern.kinds";
        (kinds.IsList, kinds.Stays) = (true, true);
        var contact = (JsonObject)_root.Write("", paths);
        fields = paths;
        return contact;
    }

    private Node Find(string path)
    {
        var node = _root;
        foreach (var step in path.Split('.'))
        {
            var row = step.IndexOf('[', StringComparison.Ordinal);
            node =
                row < 0
                    ? node.Member(step)
                    : node.Member(step[..row])
                        .Row(int.Parse(step.AsSpan(row + 1).TrimEnd(']'), CultureInfo.InvariantCulture));
        }

        return node;
    }

    /// <summary>Invariant: a value, or members, or rows.</summary>
    private sealed class Node
    {
        private readonly Dictionary<string, Node> _members = [];
        private readonly SortedDictionary<int, Node> _rows = [];

        public JsonNode? Value { get; set; }

        public string? Field { get; set; }

        public bool IsList { get; set; }

        /// <summary>Written though nothing is in it.</summary>
        public bool Stays { get; set; }

        public Node Member(string name) =>
            _members.TryGetValue(name, out var node) ? node : _members[name] = new Node();

        public Node Row(int number)
        {
            IsList = true;
            return _rows.TryGetValue(number, out var node) ? node : _rows[number] = new Node();
        }

        public void Append(Node node)
        {
            IsList = true;
            _rows[_rows.Count] = node;
        }

        public void Remove(string field)
        {
            foreach (var (name, node) in _members.ToList())
            {
                if (node.Field == field)
                {
                    _members.Remove(name);
                }
                else
                {
                    node.Remove(field);
                }
            }

            foreach (var (number, node) in _rows.ToList())
            {
                if (node.Field == field)
                {
                    _rows.Remove(number);
                }
                else
                {
                    node.Remove(field);
                }
            }
        }

        public JsonNode Write(string path, Dictionary<string, string> fields)
        {
            if (Field is not null)
            {
                fields[path] = Field;
            }

            if (Value is not null)
            {
                return Value.DeepClone();
            }

            if (IsList)
            {
                var list = new JsonArray();
                foreach (var row in _rows.Values.Where(row => !row.IsEmpty))
                {
                    list.Add(row.Write($"{path}[{list.Count.ToString(CultureInfo.InvariantCulture)}]", fields));
                }

                return list;
            }

            var members = new JsonObject();
            foreach (var (name, node) in _members.Where(member => !member.Value.IsEmpty))
            {
                members[name] = node.Write(path.Length == 0 ? name : $"{path}.{name}", fields);
            }

            return members;
        }

        private bool IsEmpty =>
            !Stays
            && Value is null
            && _members.Values.All(member => member.IsEmpty)
            && _rows.Values.All(row => row.IsEmpty);
    }
}
