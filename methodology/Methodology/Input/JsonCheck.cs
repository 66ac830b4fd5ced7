using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PilotRegistry.Methodology;

/// <summary>Compares JSON with the shape it must have, place by place.</summary>
internal static class JsonCheck
{
    public static void Check(JsonElement json, Type type, Problems problems) => CheckValue(json, JsonShape.Of(type), member: null, "", problems);

    private static void CheckValue(JsonElement json, JsonShape shape, JsonShape.Member? member, string pointer, Problems problems)
    {
        if (shape.Kind is JsonTypeInfoKind.Object) CheckObject(json, shape, pointer, problems);
        else if (shape.Kind is JsonTypeInfoKind.Enumerable) CheckArray(json, shape, pointer, problems);
        else if (shape.Type == typeof(decimal)) NumberRules.Check(json, member!.MayBeNegative, pointer, problems);
        else if (shape.Type == typeof(int)) CheckInteger(json, pointer, problems);
        else TextRules.Check(json, shape.Type, member!.Sha256, pointer, problems);
    }

    private static void CheckObject(JsonElement json, JsonShape shape, string pointer, Problems problems)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            problems.Add(pointer, "wrong-type", "类型不对：此处应为 JSON 对象 { … }。", "Wrong type: enter a JSON object { … } here.");
            return;
        }
        var seen = new HashSet<string>();
        foreach (var property in json.EnumerateObject())
        {
            var name = TextRules.NameOf(property) ?? "";
            var at = $"{pointer}/{Escape(name)}";
            if (!shape.Members.TryGetValue(name, out var member)) Unknown(at, name, shape, problems);
            else if (!seen.Add(name)) problems.Add(at, "duplicate-member", $"“{name}”出现了两次：请只保留一个。", $"\"{name}\" stands there twice: keep one.");
            else if (property.Value.ValueKind is not JsonValueKind.Null) CheckValue(property.Value, JsonShape.Of(member.Type), member, at, problems);
            else if (member.Required) MissingMember(at, name, problems);
        }
        foreach (var member in shape.Members.Values)
            if (member.Required && !seen.Contains(member.Name)) MissingMember($"{pointer}/{member.Name}", member.Name, problems);
    }

    private static void CheckArray(JsonElement json, JsonShape shape, string pointer, Problems problems)
    {
        if (json.ValueKind is not JsonValueKind.Array)
        {
            problems.Add(pointer, "wrong-type", "类型不对：此处应为 JSON 数组 [ … ]。", "Wrong type: enter a JSON array [ … ] here.");
            return;
        }
        var element = JsonShape.Of(shape.ElementType!);
        var at = 0;
        foreach (var item in json.EnumerateArray()) CheckValue(item, element, member: null, $"{pointer}/{at++}", problems);
    }

    private static void CheckInteger(JsonElement json, string pointer, Problems problems)
    {
        if (json.ValueKind is not JsonValueKind.Number || !json.TryGetInt32(out _))
            problems.Add(pointer, "wrong-type", "类型不对：此处应为整数，不加引号，例如 2025。", "Wrong type: enter a whole number without quotes, such as 2025.");
    }

    private static void MissingMember(string pointer, string name, Problems problems) => problems.Missing(pointer, $" {name}", name);

    private static void Unknown(string at, string name, JsonShape shape, Problems problems)
    {
        var known = string.Join(", ", shape.Members.Keys);
        problems.Add(at, "unknown-member",
            $"没有名为“{name}”的项：请删除，或改用其中之一：{known}。", $"There is no member \"{name}\" here: remove it, or use one of {known}.");
    }

    /// <summary>A member name inside a JSON pointer (RFC 6901).</summary>
    private static string Escape(string name) => name
        .Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
