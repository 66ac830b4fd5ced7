import { Form, Radio, type FormInstance } from 'antd';
import { cloneElement, type ReactElement, type ReactNode } from 'react';
import { explain, explainField, fieldId, pointerToPath, Problem, type Translate } from '../api/problem';

type Path = (string | number)[];

type Props = {
  /** Where the value lies in what is sent; also where the service points when it is wrong. */
  path: Path;
  /** Where it lies inside a list of the form; the same as `path` elsewhere. */
  name?: Path;
  label: ReactNode;
  help?: ReactNode;
  valuePropName?: string;
  children: ReactElement<{ id?: string }>;
};

/** A labelled field that error summaries can link to. */
export function Field({ path, name, label, help, valuePropName, children }: Props) {
  const id = fieldId(`/${path.join('/')}`);
  return (
    <Form.Item name={name ?? path} label={label} htmlFor={id} extra={help} {...(valuePropName && { valuePropName })}>
      {cloneElement(children, { id })}
    </Form.Item>
  );
}

type ChoicesProps = Pick<Props, 'path' | 'label'> & { options: { value: string; label: string }[] };

/** One of a few, all of them shown: the group is named by its label, and error summaries can go to it. */
export function Choices({ path, label, options }: ChoicesProps) {
  const named = `${fieldId(`/${path.join('/')}`)}-label`;
  return <Field path={path} label={<span id={named}>{label}</span>}><Radio.Group ref={focusable} aria-labelledby={named} options={options} /></Field>;
}

function focusable(group: HTMLElement | null) {
  if (group) group.tabIndex = -1;
}

/** A refusal of a rule that is about one field of the form (`fields`: code to pointer), said at that field; any other stays as it is. */
export function atField(problem: unknown, fields: Readonly<Record<string, string>>, t: Translate): unknown {
  const pointer = problem instanceof Problem && problem.code ? fields[problem.code] : undefined;
  return pointer ? new Problem(422, undefined, '', [{ pointer, message: explain(problem, t) }]) : problem;
}

/** Puts what the service found wrong at the fields it points to. */
export function showAtFields(form: FormInstance, problem: unknown, t: Translate) {
  if (!(problem instanceof Problem)) return;
  form.setFields(problem.errors.map((error) => ({ name: pointerToPath(error.pointer) as never, errors: [explainField(error, t)] })));
}
