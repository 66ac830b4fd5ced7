namespace PilotRegistry.Workflows.Tests;

/// <summary>
/// A block-structured process from a seed, written for both engines: the same graph, with the extensions of each. Every task leaves its name;
/// a loop's last task says whether it goes round again.
/// </summary>
internal sealed class RandomModel
{
    private const string Standard = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private readonly Random random;
    private readonly List<Func<bool, string>> parts = [];
    private int names;
    private int done = 1;

    public RandomModel(int seed)
    {
        (Seed, random) = (seed, new Random(seed));
        Node("startEvent", "start");
        var last = Sequence("start", 2, random.Next(2, 5));
        Node("endEvent", "end");
        Flow(last, "end");
    }

    public int Seed { get; }

    /// <summary>Whether each condition holds, by name.</summary>
    public Dictionary<string, bool> Conditions { get; } = [];

    /// <summary>How often each loop's task is done in a row.</summary>
    public Dictionary<string, int> Times { get; } = [];

    /// <summary>How often each task is done, by construction: what no engine was asked about.</summary>
    public Dictionary<string, int> Expected { get; } = [];

    /// <summary>In Zeebe's dialect, as this engine reads it.</summary>
    public string Ours => Written(ours: true);

    /// <summary>With what the other engine wants to be told.</summary>
    public string Theirs => Written(ours: false);

    private string Written(bool ours) =>
        $"<definitions xmlns=\"{Standard}\" xmlns:z=\"http://camunda.org/schema/zeebe/1.0\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" id=\"d\" targetNamespace=\"t\">"
        + $"<error id=\"err\" name=\"err\" errorCode=\"E\"/><process id=\"p\" isExecutable=\"true\">{string.Concat(parts.Select(part => part(ours)))}</process></definitions>";

    private string Sequence(string from, int depth, int length)
    {
        for (var i = 0; i < length; i++) from = Block(from, depth);
        return from;
    }

    /// <summary>Draws something behind a node, and gives the node at its end.</summary>
    private string Block(string from, int depth) => (depth == 0 ? 0 : random.Next(10)) switch
    {
        0 or 1 or 2 => Task(from),
        3 or 4 => Branches(from, depth, "exclusiveGateway"),
        5 or 6 => Branches(from, depth, "parallelGateway"),
        7 => Loop(from, depth),
        8 => Many(from),
        _ => Inside(from, depth)
    };

    private string Task(string? from, Func<bool, string>? inner = null)
    {
        var id = Name("t");
        Expected[id] = done;
        parts.Add(ours => (ours ? $"<serviceTask id=\"{id}\"><extensionElements><z:taskDefinition type=\"work\"/></extensionElements>" : $"<serviceTask id=\"{id}\" implementation=\"${{environment.services.work}}\">")
            + $"{inner?.Invoke(ours)}</serviceTask>");
        if (from is not null) Flow(from, id);
        return id;
    }

    private string Many(string from)
    {
        var (sequential, times) = (random.Next(2) == 0 ? "true" : "false", random.Next(1, 4));
        return Often(times, () => Task(from, ours => $"<multiInstanceLoopCharacteristics isSequential=\"{sequential}\">" + (ours
            ? $"<extensionElements><z:loopCharacteristics inputCollection=\"=[{string.Join(",", Enumerable.Range(1, times))}]\"/></extensionElements>"
            : $"<loopCardinality>{times}</loopCardinality>") + "</multiInstanceLoopCharacteristics>"));
    }

    private string Branches(string from, int depth, string kind)
    {
        var (split, join, count) = (Name("g"), Name("g"), random.Next(2, 4));
        var firsts = Enumerable.Range(0, count).Select(_ => Name("f")).ToList();
        Node(kind, split, kind[0] == 'e' ? $" default=\"{firsts[^1]}\"" : "");
        Node(kind, join);
        Flow(from, split);
        var chosen = false;
        for (var i = 0; i < count; i++)
        {
            var condition = kind[0] == 'e' && i < count - 1 ? Name("c") : null;
            var holds = random.Next(2) == 0;
            if (condition is not null) Conditions[condition] = holds;
            var taken = kind[0] != 'e' || (!chosen && (condition is null || holds));
            chosen |= taken;
            Often(taken ? 1 : 0, () =>
            {
                var entry = Task(null);
                Flow(split, entry, firsts[i], condition);
                Flow(Sequence(entry, depth - 1, random.Next(0, 3)), join);
                return entry;
            });
        }

        return join;
    }

    private string Loop(string from, int depth)
    {
        var (merge, split, back, on) = (Name("g"), Name("g"), Name("f"), Name("f"));
        Node("exclusiveGateway", merge);
        Flow(from, merge);
        var rounds = random.Next(1, 4);
        var last = Often(rounds, () => Task(Sequence(merge, depth - 1, random.Next(0, 2))));
        Times[last] = rounds;
        Node("exclusiveGateway", split, $" default=\"{on}\"");
        Flow(last, split);
        Flow(split, merge, back, $"more_{last}");
        var after = Task(null);
        Flow(split, after, on);
        return after;
    }

    /// <summary>A subprocess: that ends plainly, by terminate, by an error that its boundary catches, or in which two branches meet without a join.</summary>
    private string Inside(string from, int depth)
    {
        var (sub, start, end) = (Name("s"), Name("i"), Name("o"));
        var how = random.Next(4);
        Flow(from, sub);
        parts.Add(_ => $"<subProcess id=\"{sub}\">");
        Node("startEvent", start);
        var last = how == 3 ? Twice(start) : Sequence(start, depth - 1, random.Next(1, 3));
        Node("endEvent", end, inner: how switch { 1 => "<terminateEventDefinition/>", 2 => "<errorEventDefinition errorRef=\"err\"/>", _ => "" });
        Flow(last, end);
        parts.Add(_ => "</subProcess>");
        var after = Often(how == 2 ? 0 : 1, () => Task(sub));
        if (how != 2) return after;
        var (boundary, caught) = (Name("b"), Name("g"));
        Node("boundaryEvent", boundary, $" attachedToRef=\"{sub}\"", "<errorEventDefinition errorRef=\"err\"/>");
        Node("exclusiveGateway", caught);
        Flow(Task(boundary), caught);
        Flow(after, caught);
        return caught;
    }

    /// <summary>What follows is done once per token.</summary>
    private string Twice(string from)
    {
        var (split, merge) = (Name("g"), Name("g"));
        Node("parallelGateway", split);
        Flow(from, split);
        Node("exclusiveGateway", merge);
        Flow(Task(split), merge);
        Flow(Task(split), merge);
        return Often(2, () => Task(merge));
    }

    /// <summary>What is drawn inside is done so often each time.</summary>
    private string Often(int times, Func<string> draw)
    {
        var before = done;
        done *= times;
        var drawn = draw();
        done = before;
        return drawn;
    }

    private void Node(string kind, string id, string attributes = "", string inner = "") => parts.Add(_ => $"<{kind} id=\"{id}\"{attributes}>{inner}</{kind}>");

    private void Flow(string from, string to, string? id = null, string? condition = null)
    {
        var name = id ?? Name("f");
        parts.Add(ours => $"<sequenceFlow id=\"{name}\" sourceRef=\"{from}\" targetRef=\"{to}\">" + (condition is null ? "" :
            $"<conditionExpression xsi:type=\"tFormalExpression\">{(ours ? $"={condition}" : $"${{environment.services.state.{condition}}}")}</conditionExpression>") + "</sequenceFlow>");
    }

    private string Name(string kind) => $"{kind}{++names}";
}
