import { Form, type FormInstance } from 'antd';
import { cloneElement, type ReactElement, type ReactNode } from 'react';
import { explainField, fieldId, pointerToPath, Problem, type Translate } from '../api/problem';

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

/** Puts what the service found wrong at the fields it points to. */
export function showAtFields(form: FormInstance, problem: unknown, t: Translate) {
  if (!(problem instanceof Problem)) return;
  form.setFields(problem.errors.map((error) => ({ name: pointerToPath(error.pointer) as never, errors: [explainField(error, t)] })));
}
